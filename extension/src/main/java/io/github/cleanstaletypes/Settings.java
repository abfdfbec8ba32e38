package io.github.cleanstaletypes;

import io.github.cleanstaletypes.apply.Progress;
import io.github.cleanstaletypes.claim.Claims;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to go.
 *
 * @param claims what is claimed
 * @param lockWait how long to wait for the advisory lock, per change
 * @param creatorsWait how long to wait for transactions that are creating something
 * @param preparedToRollBack identifiers of prepared transactions to roll back
 * @param endIdleAfter how long a session that holds a creation open may be idle before it is ended; null for as long as it likes
 * @param dryRun whether to plan only
 * @param progress is told what goes on
 */
record Settings(
        Claims claims,
        Duration lockWait,
        Duration creatorsWait,
        Set<String> preparedToRollBack,
        @Nullable Duration endIdleAfter,
        boolean dryRun,
        Progress progress) {

    static final Settings DEFAULT =
            new Settings(Claims.NONE, Duration.ofMinutes(5), Duration.ofSeconds(10), Set.of(), null, false, Progress.SILENT);

    Settings with(Claims value) {
        return new Settings(value, lockWait, creatorsWait, preparedToRollBack, endIdleAfter, dryRun, progress);
    }

    Settings withLockWait(Duration value) {
        return new Settings(claims, value, creatorsWait, preparedToRollBack, endIdleAfter, dryRun, progress);
    }

    Settings withCreatorsWait(Duration value) {
        return new Settings(claims, lockWait, value, preparedToRollBack, endIdleAfter, dryRun, progress);
    }

    Settings with(Set<String> value) {
        return new Settings(claims, lockWait, creatorsWait, value, endIdleAfter, dryRun, progress);
    }

    Settings endingIdleAfter(Duration value) {
        return new Settings(claims, lockWait, creatorsWait, preparedToRollBack, value, dryRun, progress);
    }

    Settings withDryRun() {
        return new Settings(claims, lockWait, creatorsWait, preparedToRollBack, endIdleAfter, true, progress);
    }

    Settings with(Progress value) {
        return new Settings(claims, lockWait, creatorsWait, preparedToRollBack, endIdleAfter, dryRun, value);
    }
}
