package nl.idcontact.telephony.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.idcontact.telephony.http.PageSettings.AttributeLabel;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.ReportingPolicy;
import org.mapstruct.factory.Mappers;

/** What the pages are told at run time. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PageSettingsShapes {
    PageSettingsShapes MAPPER = Mappers.getMapper(PageSettingsShapes.class);

    /** For the page with the attributes. */
    @Mapping(target = "purposes", source = "purposeLabels")
    AttributeUiSettings attributeUi(PageSettings settings);

    /** For the page around the softphone. */
    @Mapping(target = ".", source = "softphone")
    @Mapping(target = "attributeUi", constant = "../attribute-ui/")
    ConnectUiSettings connectUi(PageSettings settings);

    /** The names of purposes and attributes, by language. */
    record AttributeUiSettings(
            Map<String, PurposeLabel> purposes,
            Map<String, AttributeLabel> attributes,
            @Nullable String stylesheet) {}

    /** The name of a purpose. */
    record PurposeLabel(Map<String, String> label) {}

    /** The softphone and the page beside it. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record ConnectUiSettings(
            @Nullable String ccpUrl, @Nullable String region, String attributeUi) {}

    default PurposeLabel label(Map<String, String> label) {
        return new PurposeLabel(new TreeMap<>(label));
    }

    default @Nullable String address(Optional<URI> address) {
        return address.map(URI::toString).orElse(null);
    }

    default @Nullable String text(Optional<String> text) {
        return text.orElse(null);
    }
}
