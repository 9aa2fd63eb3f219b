package nl.idcontact.telephony.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.List;

/**
 * Finds fault with requests that Vert.x would answer in its own way (501 to a version of HTTP that there is not) or let pass
 * (no {@code Host} or two of them, RFC 9112 section 3.2; a transfer coding other than chunked, section 6.3), so that they are answered as all that is no HTTP.
 */
final class StrictHttp extends ChannelInboundHandlerAdapter {
    private StrictHttp() {}

    /** Guards a connection. Vert.x has no public way to its pipeline. */
    static void guard(HttpConnection connection) {
        ChannelHandlerContext vertx = ((HttpServerConnection) connection).channelHandlerContext();
        vertx.pipeline().addBefore(vertx.name(), "strict-http", new StrictHttp());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (request.decoderResult().isSuccess() && !isProper(request)) {
                request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("Not HTTP")));
            }
            if (request.decoderResult().isFailure()) {
                request.setProtocolVersion(HttpVersion.HTTP_1_1);
            }
        }
        context.fireChannelRead(message);
    }

    // "hTTP/1.1" equals the constant without being it: the name is case-sensitive (RFC 9112 section 2.3), and Vert.x
    // knows the constants only.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isProper(HttpRequest request) {
        HttpVersion version = request.protocolVersion();
        int hosts = request.headers().getAll(HttpHeaderNames.HOST).size();
        boolean forOneHost =
                version == HttpVersion.HTTP_1_1 ? hosts == 1 : version == HttpVersion.HTTP_1_0 && hosts < 2;
        List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return forOneHost && codings.size() < 2 && codings.stream().allMatch("chunked"::equalsIgnoreCase);
    }
}
