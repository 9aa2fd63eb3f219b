package nl.idcontact.telephony.app.config;

import java.util.Map;

/**
 * How an attribute is shown.
 *
 * @param label its name by language tag; may be empty
 * @param masked whether it is shown only when the agent asks
 */
public record AttributeDisplay(Map<String, String> label, boolean masked) {}
