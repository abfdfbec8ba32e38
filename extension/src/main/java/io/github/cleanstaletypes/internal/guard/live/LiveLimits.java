package io.github.cleanstaletypes.internal.guard.live;

import java.time.Duration;

/**
 * From when on something about a running command is told. Immutable.
 *
 * @param lasting how long a session must have waited; nothing is looked at before the command has run for that long
 * @param again how long it takes until an unchanged wait is told again
 * @param silence how long nothing must have come on the command's standard error for its sessions to be told
 * @param look from one look to the next, unless the heartbeat is quicker
 * @param pause the first pause of a command that gives way, more or less
 */
public record LiveLimits(Duration lasting, Duration again, Duration silence, Duration look, Duration pause) {

    /** What a guard goes by. */
    public static final LiveLimits USUAL = new LiveLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1));
}
