package nl.idcontact.telephony.app.bench.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * RSA-OAEP, A128CBC-HS256 (RFC 7518 section 5.2) and RS256 with nothing around them: objects are made once a thread, headers
 * are not read, JSON is searched for its one member.
 */
final class BareRsaOpening implements TokenOpening {
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final String MEMBER = "\"njwt\":\"";
    private static final int HALF_KEY = 16;

    private final Cipher oaep;
    private final Signature rs256;
    private final PrivateKey decryption;
    private final PublicKey signature;
    private final Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
    private final Mac mac = Mac.getInstance("HmacSHA256");

    BareRsaOpening(WorkerSettings settings, Optional<Provider> provider) throws GeneralSecurityException {
        String transformation = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";
        oaep = provider.isPresent()
                ? Cipher.getInstance(transformation, provider.get())
                : Cipher.getInstance(transformation);
        rs256 = provider.isPresent()
                ? Signature.getInstance("SHA256withRSA", provider.get())
                : Signature.getInstance("SHA256withRSA");
        decryption = settings.privateKey(provider);
        signature = settings.publicKey(provider);
    }

    @Override
    public byte[] open(String compact) throws GeneralSecurityException {
        String[] parts = compact.split("\\.");
        oaep.init(Cipher.DECRYPT_MODE, decryption);
        byte[] key = oaep.doFinal(BASE64.decode(parts[1]));
        byte[] header = parts[0].getBytes(US_ASCII);
        byte[] iv = BASE64.decode(parts[2]);
        byte[] cipherText = BASE64.decode(parts[3]);
        mac.init(new SecretKeySpec(key, 0, HALF_KEY, "HmacSHA256"));
        mac.update(header);
        mac.update(iv);
        mac.update(cipherText);
        byte[] tag = mac.doFinal(
                ByteBuffer.allocate(Long.BYTES).putLong(8L * header.length).array());
        if (!MessageDigest.isEqual(Arrays.copyOf(tag, HALF_KEY), BASE64.decode(parts[4]))) {
            throw new GeneralSecurityException("Changed on its way");
        }
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, HALF_KEY, HALF_KEY, "AES"), new IvParameterSpec(iv));
        return verified(new String(aes.doFinal(cipherText), US_ASCII));
    }

    private byte[] verified(String outer) throws GeneralSecurityException {
        int start = outer.indexOf(MEMBER) + MEMBER.length();
        String jws = outer.substring(start, outer.indexOf('"', start));
        int dot = jws.lastIndexOf('.');
        rs256.initVerify(signature);
        rs256.update(jws.substring(0, dot).getBytes(US_ASCII));
        if (!rs256.verify(BASE64.decode(jws.substring(dot + 1)))) {
            throw new GeneralSecurityException("Not signed by whom it should be");
        }
        return BASE64.decode(jws.substring(jws.indexOf('.') + 1, dot));
    }
}
