package nl.idcontact.telephony.app.config;

import java.net.InetAddress;

/**
 * Where the server listens.
 *
 * @param address an IP address
 * @param port 0 for one that the system picks
 */
public record Listener(InetAddress address, int port) {}
