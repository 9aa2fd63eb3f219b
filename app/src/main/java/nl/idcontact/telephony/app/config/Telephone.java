package nl.idcontact.telephony.app.config;

import java.util.Map;

/**
 * What residents call: digits with an optional plus sign.
 *
 * @param number the general number
 * @param pauses commas between number and code
 * @param numbersByPurpose the numbers of purposes that have their own
 */
public record Telephone(String number, int pauses, Map<String, String> numbersByPurpose) {}
