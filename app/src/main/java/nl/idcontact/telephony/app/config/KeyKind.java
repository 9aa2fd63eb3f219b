package nl.idcontact.telephony.app.config;

/** The kinds of keys that auth results are encrypted and signed with; {@link #name()} is JCA's name for them. */
enum KeyKind {
    RSA,
    EC
}
