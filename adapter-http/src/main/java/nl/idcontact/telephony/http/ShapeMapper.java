package nl.idcontact.telephony.http;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.idcontact.telephony.domain.model.AttributeRelease;
import nl.idcontact.telephony.domain.model.AttributeRelease.AuthenticationFailed;
import nl.idcontact.telephony.domain.model.AttributeRelease.AwaitingAuthResult;
import nl.idcontact.telephony.domain.model.AttributeRelease.Released;
import nl.idcontact.telephony.domain.model.Attributes;
import nl.idcontact.telephony.domain.model.Purpose;
import nl.idcontact.telephony.domain.model.ReleaseToken;
import nl.idcontact.telephony.domain.usecase.LinkResult;
import nl.idcontact.telephony.http.Shapes.AuthResultInfo;
import nl.idcontact.telephony.http.Shapes.LinkAnswer;
import nl.idcontact.telephony.http.Shapes.SessionInfo;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** From what the domain knows to what stands in JSON. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ShapeMapper {
    ShapeMapper MAPPER = Mappers.getMapper(ShapeMapper.class);

    LinkAnswer toShape(LinkResult.Linked linked);

    @Mapping(target = ".", source = "session")
    @Mapping(target = "authResult", source = "released")
    SessionInfo toShape(Released released);

    @Mapping(target = ".", source = "session")
    @Mapping(target = "authResult", ignore = true)
    SessionInfo toShape(AwaitingAuthResult awaiting);

    @Mapping(target = ".", source = "session")
    @Mapping(target = "authResult", source = "failed")
    SessionInfo toShape(AuthenticationFailed failed);

    /** ID Contact's own spelling, whatever the token said. */
    @Mapping(target = "status", constant = "succes")
    AuthResultInfo toAuthResult(Released released);

    @Mapping(target = "status", constant = "failed")
    @Mapping(target = "attributes", ignore = true)
    AuthResultInfo toAuthResult(AuthenticationFailed failed);

    /** What an agent may see, or nothing if there is no session. */
    default Optional<SessionInfo> toShape(AttributeRelease release) {
        return release.match(new AttributeRelease.Cases<>() {
            @Override
            public Optional<SessionInfo> released(Released released) {
                return Optional.of(toShape(released));
            }

            @Override
            public Optional<SessionInfo> awaitingAuthResult(AwaitingAuthResult awaiting) {
                return Optional.of(toShape(awaiting));
            }

            @Override
            public Optional<SessionInfo> authenticationFailed(AuthenticationFailed failed) {
                return Optional.of(toShape(failed));
            }

            @Override
            public Optional<SessionInfo> noSession() {
                return Optional.empty();
            }
        });
    }

    default String text(Purpose purpose) {
        return purpose.tag();
    }

    default String text(ReleaseToken token) {
        return token.value();
    }

    default Map<String, String> values(Attributes attributes) {
        return attributes.values();
    }

    default @Nullable Instant orNull(Optional<Instant> time) {
        return time.orElse(null);
    }
}
