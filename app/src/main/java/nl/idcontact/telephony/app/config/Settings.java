package nl.idcontact.telephony.app.config;

import java.net.InetAddress;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;

/**
 * The table of all fixed keys, in the order of the documentation. Reading the file and the variables, the suggestions for
 * unknown keys and the table in {@code docs/configuration.md} all come from here.
 */
final class Settings {

    static final Setting<URI> INTERNAL_URL = Setting.required(
            "internal_url", WebAddresses.BASE, "Base of `attr_url`, as the core and the auth plugins reach us");
    static final Setting<URI> EXTERNAL_URL = Setting.optional(
            "external_url",
            WebAddresses.BASE,
            "Base of the addresses that browsers use, as for the original; the pages find theirs without it");
    static final Setting<String> PHONENUMBER = Setting.required(
            "phonenumber", Types.PHONE_NUMBER, "What residents call, unless their purpose has a number of its own");
    static final Setting<Integer> TEL_PAUSES = Setting.withDefault(
            "tel_pauses", new NumberType(1, 5), "1", "Commas between number and code in `client_url`; each is a pause");
    static final Setting<Integer> DTMF_LENGTH =
            Setting.withDefault("dtmf_length", new NumberType(6, 20), "10", "Digits of a DTMF code; a warning below 8");
    static final Setting<Integer> RESULT_LENGTH =
            Setting.withDefault("result_length", new NumberType(22, 128), "32", "Characters of a result code");
    static final Setting<InetAddress> ADDRESS = Setting.withDefault(
            "address", WebAddresses.LISTENER, "127.0.0.1", "Internal listener: core, auth plugins, operators");
    static final Setting<Integer> PORT =
            Setting.withDefault("port", new NumberType(0, 65_535), "8000", "Its port; 0 takes a free one");
    static final Setting<Boolean> ALLOW_PUBLISHED_KEY = Setting.withDefault(
            "allow_published_key", new FlagType(), "false", "Accept the original's published sample key, in tests");
    static final Setting<List<PrivateKey>> DECRYPTION_KEYS = Setting.required(
            "decryption_privkey",
            new KeyListType<>(KeyFormat.PRIVATE),
            "Decrypt auth results, and protect everything stored: the first writes, all read");
    static final Setting<List<PublicKey>> SIGNATURE_KEYS = Setting.required(
            "signature_pubkey", new KeyListType<>(KeyFormat.PUBLIC), "Verify the signature of auth results");
    static final Setting<DatabaseAddress> DATABASE = Setting.required(
            "databases.session.url",
            new DatabaseUrl(),
            "The PostgreSQL database; several hosts are separated by commas");
    static final Setting<InetAddress> PUBLIC_ADDRESS = Setting.withDefault(
            "public.address", WebAddresses.LISTENER, "127.0.0.1", "Public listener: telephony, agents' browsers");
    static final Setting<Integer> PUBLIC_PORT = Setting.withDefault(
            "public.port",
            new NumberType(0, 65_535),
            "8001",
            "Its port; the internal address and port: one listener for both");
    static final Setting<Link.Authentication> LINK_AUTHENTICATION = Setting.withDefault(
            "link.authentication",
            Types.oneOf(Link.Authentication.class),
            "bearer",
            "How the telephony side proves itself; `none` is the original's way, with a warning");
    static final Setting<Secret> LINK_SECRET = Setting.optional(
            "link.secret", new SecretType(32), "Bearer secret of the telephony side; required with `bearer`");
    static final Setting<List<Secret>> LINK_SECRETS = Setting.optional(
            "link.secrets", new ListType<>(new SecretType(32)), "Instead of `secret` while it rotates: new, old");
    static final Setting<Integer> MAX_ATTEMPTS = Setting.withDefault(
            "link.max_attempts", new NumberType(1, 1000), "3", "Wrong codes for one phone session id");
    static final Setting<Integer> MAX_WRONG_CODES = Setting.optional(
            "link.max_wrong_codes_per_minute",
            new NumberType(0, 1_000_000),
            "Wrong codes of all phones together; 0 is no limit, and the default; 60 with `authentication = \"none\"`");
    static final Setting<Release.Token> RELEASE_TOKEN = Setting.withDefault(
            "release.token",
            Types.oneOf(Release.Token.class),
            "required",
            "Whether reading a session takes its release token; `off` is the original's way, with a warning");
    static final Setting<Duration> TTL = Setting.withDefault(
            "session.ttl", Types.duration("PT1S", "P31D"), "PT1H", "Life of a session since its last activity");
    static final Setting<Duration> MAX_AGE = Setting.withDefault(
            "session.max_age", Types.duration("PT1S", "P31D"), "PT12H", "Life of a session since its start, at most");
    static final Setting<List<String>> FRAME_ANCESTORS = Setting.withDefault(
            "ui.frame_ancestors",
            new ListType<>(WebAddresses.ORIGIN_SOURCE),
            "",
            "Origins that may embed the pages, besides the server's own");
    static final Setting<URI> CCP_URL =
            Setting.optional("ui.ccp_url", WebAddresses.PAGE, "The softphone (CCP) that the agent's page embeds");
    static final Setting<String> REGION =
            Setting.optional("ui.region", Types.REGION, "The region of the Amazon Connect instance");
    static final Setting<URI> STYLESHEET = Setting.optional(
            "ui.stylesheet",
            WebAddresses.PAGE_OR_PATH,
            "A stylesheet of design tokens: the organisation's own colours and type");
    static final Setting<Log.Format> LOG_FORMAT = Setting.withDefault(
            "log.format", Types.oneOf(Log.Format.class), "plain", "Log lines for people or one JSON object each");
    static final Setting<Log.Level> LOG_LEVEL = Setting.withDefault(
            "log.level", Types.oneOf(Log.Level.class), "info", "The least level of this server's own log lines");

    static final List<Setting<?>> ALL = List.of(
            INTERNAL_URL,
            EXTERNAL_URL,
            PHONENUMBER,
            TEL_PAUSES,
            DTMF_LENGTH,
            RESULT_LENGTH,
            ADDRESS,
            PORT,
            ALLOW_PUBLISHED_KEY,
            DECRYPTION_KEYS,
            SIGNATURE_KEYS,
            DATABASE,
            PUBLIC_ADDRESS,
            PUBLIC_PORT,
            LINK_AUTHENTICATION,
            LINK_SECRET,
            LINK_SECRETS,
            MAX_ATTEMPTS,
            MAX_WRONG_CODES,
            RELEASE_TOKEN,
            TTL,
            MAX_AGE,
            FRAME_ANCESTORS,
            CCP_URL,
            REGION,
            STYLESHEET,
            LOG_FORMAT,
            LOG_LEVEL);

    private Settings() {}
}
