package io.github.cleanstaletypes.chaos.scenario;

/** A session of the server is in the middle of something that ends when it is let go. */
public interface InFlight extends AutoCloseable {

    /** Returns the number of the server's process. */
    int pid();

    /** Lets it come to its end, and waits for that; a second time changes nothing. */
    void letGo();

    /** Lets it come to its end, and waits for nothing. */
    @Override
    void close();
}
