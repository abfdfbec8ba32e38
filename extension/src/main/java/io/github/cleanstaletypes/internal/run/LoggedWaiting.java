package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.sql.OneLine;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a program's log, if it has no listener of its own, for whom it waits: or nobody would know what its tests stand still for. */
final class LoggedWaiting implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Cleaner.class);

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        LOG.warn(
                "Waiting up to {} s for the lock of this database, held by {}",
                atMost.toSeconds(),
                OneLine.of(LockHolder.inWords(holders)));
    }
}
