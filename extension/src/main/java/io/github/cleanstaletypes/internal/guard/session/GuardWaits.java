package io.github.cleanstaletypes.internal.guard.session;

import java.time.Duration;

/**
 * How long a guard waits for what. Immutable.
 *
 * @param database for the database
 * @param lock for the lock, and for predecessors to be gone
 * @param creators for transactions that are creating something
 * @param heartbeat from one look after the lock to the next; one that takes five times as long (2 s at least) means that it is lost
 * @param stop for a command to end before it is killed
 */
public record GuardWaits(Duration database, Duration lock, Duration creators, Duration heartbeat, Duration stop) {

    /** On a busy machine an answer takes its time. */
    private static final Duration SHORTEST_ANSWER = Duration.ofSeconds(2);

    /** The same, but for the database as long as this. */
    public GuardWaits database(Duration atMost) {
        return new GuardWaits(atMost, lock, creators, heartbeat, stop);
    }

    /** The same, but for the lock as long as this. */
    public GuardWaits lock(Duration atMost) {
        return new GuardWaits(database, atMost, creators, heartbeat, stop);
    }

    /** The same, but for transactions that are creating something as long as this. */
    public GuardWaits creators(Duration atMost) {
        return new GuardWaits(database, lock, atMost, heartbeat, stop);
    }

    /** How long an answer of the lock's session may take. */
    public Duration answer() {
        Duration five = heartbeat.multipliedBy(5);
        return five.compareTo(SHORTEST_ANSWER) < 0 ? SHORTEST_ANSWER : five;
    }
}
