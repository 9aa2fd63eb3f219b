package nl.idcontact.telephony.app.config;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Puts the traditional forms of keys, which the original plugin took as well, into the envelopes that Java reads: PKCS#1
 * (RFC 8017, appendix A.1) and SEC 1 (RFC 5915) private keys into PKCS#8 (RFC 5208), PKCS#1 public keys into SPKI
 * (RFC 5280, section 4.1).
 */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int CURVE = 0xa0;

    private static final byte[] VERSION_0 = tagged(INTEGER, new byte[] {0});
    private static final byte[] RSA_ENCRYPTION = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_PUBLIC_KEY = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Der() {}

    static byte[] pkcs8OfPkcs1(byte[] pkcs1) {
        return tagged(SEQUENCE, VERSION_0, RSA_ENCRYPTION, tagged(OCTET_STRING, pkcs1));
    }

    static byte[] spkiOfPkcs1(byte[] pkcs1) {
        return tagged(SEQUENCE, RSA_ENCRYPTION, tagged(BIT_STRING, new byte[] {0}, pkcs1));
    }

    /** @throws Unacceptable if the key does not name its curve */
    static byte[] pkcs8OfSec1(byte[] sec1) throws Unacceptable {
        byte[] algorithm = tagged(SEQUENCE, EC_PUBLIC_KEY, curveOf(sec1));
        return tagged(SEQUENCE, VERSION_0, algorithm, tagged(OCTET_STRING, sec1));
    }

    private static byte[] curveOf(byte[] sec1) throws Unacceptable {
        try {
            ByteBuffer inside = ByteBuffer.wrap(sec1);
            inside.get();
            length(inside);
            while (inside.hasRemaining()) {
                int tag = inside.get() & 0xff;
                byte[] value = new byte[length(inside)];
                inside.get(value);
                if (tag == CURVE) {
                    return value;
                }
            }
        } catch (BufferUnderflowException | NegativeArraySizeException cutShort) {
            throw new Unacceptable("must be a whole EC key, but is cut short");
        }
        throw new Unacceptable("must be an EC key that names its curve");
    }

    private static int length(ByteBuffer der) {
        int first = der.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der.get() & 0xff);
        }
        return Math.min(length, der.remaining());
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        writeLength(content.size(), whole);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    /** In as few bytes as it takes: that is what makes it DER (X.690, section 10.1). Keys have less than 64 KiB. */
    private static void writeLength(int length, ByteArrayOutputStream out) {
        if (length > 0xff) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7f) {
            out.write(0x81);
        }
        out.write(length);
    }
}
