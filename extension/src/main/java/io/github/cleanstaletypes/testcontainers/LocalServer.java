package io.github.cleanstaletypes.testcontainers;

import java.io.IOException;

/** A server on this machine that takes the place of a container. */
interface LocalServer extends AutoCloseable {

    /** Starts one; returns when it answers queries. */
    interface Starter {
        LocalServer start(ServerSettings settings) throws IOException;
    }

    /** The port on localhost. */
    int port();

    /** Whether it listens. */
    boolean alive();

    /** All that it has logged since its start. */
    String log();

    /** Stops it, and deletes its data. */
    @Override
    void close();
}
