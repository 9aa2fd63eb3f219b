package nl.idcontact.telephony.app.config;

import java.util.List;

/** Makes the records out of values that have no problems. */
final class Assembly {

    private static final int WRONG_CODES_WITHOUT_AUTHENTICATION = 60;

    private Assembly() {}

    static Configuration configuration(Values values, Labels labels) {
        return new Configuration(
                server(values),
                new Keys(values.get(Settings.DECRYPTION_KEYS), values.get(Settings.SIGNATURE_KEYS)),
                values.get(Settings.DATABASE),
                sessions(values, labels),
                new Pages(ui(values), labels.purposes(), labels.attributes()));
    }

    static Listeners listeners(Values values) {
        return new Listeners(
                new Listener(values.get(Settings.ADDRESS), values.get(Settings.PORT)),
                new Listener(values.get(Settings.PUBLIC_ADDRESS), values.get(Settings.PUBLIC_PORT)));
    }

    private static Server server(Values values) {
        return new Server(
                listeners(values),
                values.get(Settings.INTERNAL_URL),
                values.find(Settings.EXTERNAL_URL),
                new Log(values.get(Settings.LOG_FORMAT), values.get(Settings.LOG_LEVEL)));
    }

    private static Sessions sessions(Values values, Labels labels) {
        return new Sessions(
                new Telephone(values.get(Settings.PHONENUMBER), values.get(Settings.TEL_PAUSES), labels.phoneNumbers()),
                new CodeLengths(values.get(Settings.DTMF_LENGTH), values.get(Settings.RESULT_LENGTH)),
                link(values),
                new Release(values.get(Settings.RELEASE_TOKEN)),
                new Lifetime(values.get(Settings.TTL), values.get(Settings.MAX_AGE)));
    }

    private static Link link(Values values) {
        Link.Authentication authentication = values.get(Settings.LINK_AUTHENTICATION);
        int unlessSet = authentication == Link.Authentication.NONE ? WRONG_CODES_WITHOUT_AUTHENTICATION : 0;
        return new Link(
                authentication,
                values.find(Settings.LINK_SECRET)
                        .map(List::of)
                        .or(() -> values.find(Settings.LINK_SECRETS))
                        .orElse(List.of()),
                values.get(Settings.MAX_ATTEMPTS),
                values.find(Settings.MAX_WRONG_CODES).orElse(unlessSet));
    }

    private static Ui ui(Values values) {
        return new Ui(
                values.get(Settings.FRAME_ANCESTORS),
                values.find(Settings.CCP_URL),
                values.find(Settings.REGION),
                values.find(Settings.STYLESHEET));
    }
}
