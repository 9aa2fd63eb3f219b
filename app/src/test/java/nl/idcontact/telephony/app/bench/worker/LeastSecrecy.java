package nl.idcontact.telephony.app.bench.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes and sealed results as the server makes them, with objects that are made once a thread. */
final class LeastSecrecy {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Mac mac = Mac.getInstance("HmacSHA256");
    private final Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");

    LeastSecrecy() throws GeneralSecurityException {
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    }

    byte[] hash(String value) {
        return mac.doFinal(value.getBytes(UTF_8));
    }

    byte[] releaseToken(byte[] session, String call) {
        mac.update(session);
        return mac.doFinal(call.getBytes(UTF_8));
    }

    byte[] seal(byte[] plain, byte[] session) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        ThreadLocalRandom.current().nextBytes(nonce);
        gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        gcm.updateAAD(session);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + gcm.getOutputSize(plain.length));
        gcm.doFinal(plain, 0, plain.length, sealed, NONCE);
        return sealed;
    }

    byte[] open(byte[] sealed, byte[] session) throws GeneralSecurityException {
        gcm.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
        gcm.updateAAD(session);
        return gcm.doFinal(sealed, NONCE, sealed.length - NONCE);
    }
}
