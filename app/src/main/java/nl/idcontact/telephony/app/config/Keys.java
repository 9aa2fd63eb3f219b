package nl.idcontact.telephony.app.config;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;

/**
 * The keys of auth results, none of the lists empty. Keys are RSA of at least 2048 bits or EC on a NIST curve.
 *
 * @param decryption private keys; the first is current, the others are about to come or go
 * @param signature public keys; any of them may have signed
 */
public record Keys(List<PrivateKey> decryption, List<PublicKey> signature) {

    @Override
    public String toString() {
        return "Keys[decryption=" + decryption.size() + ", signature=" + signature.size() + "]";
    }
}
