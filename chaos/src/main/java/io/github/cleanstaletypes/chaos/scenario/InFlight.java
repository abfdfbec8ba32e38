package io.github.cleanstaletypes.chaos.scenario;

/** Something that a session of the server is in the middle of, and that ends when it is let go. */
public interface InFlight {

    /** The server's process. */
    int pid();

    /** Lets it come to its end; a second time changes nothing. */
    void letGo();
}
