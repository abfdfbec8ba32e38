package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.sql.OneLine;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Tells a program's log, if it has no listener of its own, for whom it waits: or nobody would know what its tests stand still for. */
final class LoggedWaiting implements Progress {

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        // not before there is something to tell: looking for the log takes a program without one longer than the look
        LoggerFactory.getLogger(Cleaner.class)
                .warn(
                        "Waiting up to {} s for the lock of this database, held by {}",
                        atMost.toSeconds(),
                        OneLine.of(LockHolder.inWords(holders)));
    }
}
