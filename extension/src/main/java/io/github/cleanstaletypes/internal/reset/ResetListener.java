package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import java.time.Duration;
import java.util.List;

/** Hears how a reset goes. */
public interface ResetListener {

    /** The server does not answer yet, and is waited for; called for each attempt. */
    void waitingForDatabase(ConnectionFailure failure, Duration atMost);

    /** Another reset of this database is at work. */
    void waitingForLock(List<LockHolder> holders, Duration atMost);

    /** Something begins, or is done; one line, which may hold names from the server. */
    void step(String line);
}
