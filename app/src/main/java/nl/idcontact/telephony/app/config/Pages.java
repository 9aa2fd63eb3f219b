package nl.idcontact.telephony.app.config;

import java.util.Map;

/**
 * What the two pages show.
 *
 * @param ui what surrounds them
 * @param purposeLabels the names of purposes: purpose, then language tag
 * @param attributes how attributes are shown, in the order of the file
 */
public record Pages(Ui ui, Map<String, Map<String, String>> purposeLabels, Map<String, AttributeDisplay> attributes) {}
