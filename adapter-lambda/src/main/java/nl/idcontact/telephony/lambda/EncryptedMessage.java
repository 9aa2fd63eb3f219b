package nl.idcontact.telephony.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A message of the AWS Encryption SDK, format version 1, as far as {@link InputKey} takes it: one data key, one frame. */
final class EncryptedMessage {
    private static final short SUITE = 0x0378;
    private static final byte FRAMED = 2;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int LAST_FRAME = -1;
    private static final int FIRST = 1;
    private static final byte[] FRAME = "AWSKMSEncryptionClient Final Frame".getBytes(UTF_8);

    private final byte[] header;
    private final byte[] messageId = new byte[16];
    private final byte[] encryptedDataKey;
    private final ByteBuffer rest;

    /** @throws RuntimeException if it is not such a message */
    EncryptedMessage(byte[] bytes) {
        ByteBuffer message = ByteBuffer.wrap(bytes);
        message.getShort();
        require(message.getShort() == SUITE);
        message.get(messageId);
        field(message);
        require(message.getShort() == 1);
        field(message);
        field(message);
        encryptedDataKey = field(message);
        require(message.get() == FRAMED);
        message.getInt();
        require(message.get() == IV_BYTES);
        message.getInt();
        header = Arrays.copyOf(bytes, message.position());
        rest = message;
    }

    byte[] encryptedDataKey() {
        return encryptedDataKey;
    }

    /** The text in it, once header and frame have proven to be whole. */
    String open(byte[] dataKey) throws GeneralSecurityException {
        SecretKeySpec key = new SecretKeySpec(derived(dataKey), "AES");
        gcm(key, bytes(IV_BYTES), header, bytes(TAG_BYTES));
        require(rest.getInt() == LAST_FRAME);
        require(rest.getInt() == FIRST);
        byte[] iv = bytes(IV_BYTES);
        int length = rest.getInt();
        ByteBuffer about = ByteBuffer.allocate(messageId.length + FRAME.length + Integer.BYTES + Long.BYTES);
        about.put(messageId).put(FRAME).putInt(FIRST).putLong(length);
        return new String(gcm(key, iv, about.array(), bytes(length + TAG_BYTES)), UTF_8);
    }

    private static byte[] gcm(SecretKeySpec key, byte[] iv, byte[] about, byte[] sealed)
            throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, iv));
        aes.updateAAD(about);
        return aes.doFinal(sealed);
    }

    private byte[] bytes(int count) {
        require(count >= 0 && count <= rest.remaining());
        byte[] bytes = new byte[count];
        rest.get(bytes);
        return bytes;
    }

    /** HKDF (RFC 5869) with SHA-384, no salt, and the suite with the message's id as its info: one block is enough. */
    private byte[] derived(byte[] dataKey) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA384");
        mac.init(new SecretKeySpec(new byte[48], "HmacSHA384"));
        mac.init(new SecretKeySpec(mac.doFinal(dataKey), "HmacSHA384"));
        mac.update(ByteBuffer.allocate(2).putShort(SUITE).array());
        mac.update(messageId);
        return Arrays.copyOf(mac.doFinal(new byte[] {1}), 32);
    }

    private static byte[] field(ByteBuffer message) {
        byte[] field = new byte[Short.toUnsignedInt(message.getShort())];
        message.get(field);
        return field;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Not a message of the expected kind");
        }
    }
}
