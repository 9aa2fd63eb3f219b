package nl.idcontact.telephony.app.config;

/**
 * How long the codes are that the server makes.
 *
 * @param dtmf digits of a DTMF code
 * @param result characters of a result code
 */
public record CodeLengths(int dtmf, int result) {}
