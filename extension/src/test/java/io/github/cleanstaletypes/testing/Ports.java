package io.github.cleanstaletypes.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports of localhost on which nobody listens.
 *
 * <p>They lie below those that systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one that is found free
 * is not taken meanwhile by a client of another JVM that tests beside this one. Can be called from several threads.
 */
public final class Ports {

    private static final int FIRST = 12_000;
    private static final int LAST = 32_000;

    private Ports() {}

    /** A port that is free now, chosen at random, so that two JVMs do not choose the same. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one, then
            }
        }
    }
}
