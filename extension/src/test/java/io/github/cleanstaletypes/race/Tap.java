package io.github.cleanstaletypes.race;

/** Is called before each round trip to the server, by the thread that is about to make it. */
@FunctionalInterface
public interface Tap {

    /**
     * May do anything, also fail the round trip.
     *
     * @param number 1 for the first round trip of a connection
     * @param statement what is about to be sent, in one line
     */
    void before(int number, String statement) throws Exception;
}
