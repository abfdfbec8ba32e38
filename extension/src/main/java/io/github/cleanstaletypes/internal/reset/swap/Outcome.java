package io.github.cleanstaletypes.internal.reset.swap;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Takes what came of a piece of work in another thread. Stateless. */
final class Outcome {

    private Outcome() {}

    /** Waits for its end, and fails as it failed. */
    static void of(Future<Void> work) throws InterruptedException, SQLException {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
