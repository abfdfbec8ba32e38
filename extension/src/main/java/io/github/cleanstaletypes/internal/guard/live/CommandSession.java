package io.github.cleanstaletypes.internal.guard.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session of the command, or one that probably is. Immutable.
 *
 * @param pid the backend
 * @param certain whether it carries the command's token
 * @param mayWait whether it waits for a lock, or may do so: not every role sees that
 * @param state what it does, or null if this role may not see it
 * @param query its current or last statement, or null if this role may not see it
 * @param since how long it has run the statement or been in the state, or null if this role may not see it
 */
record CommandSession(
        int pid,
        boolean certain,
        boolean mayWait,
        @Nullable String state,
        @Nullable String query,
        @Nullable Duration since) {

    /** One line without the word for what it is, such as {@code 4711 runs for 12 s: CREATE INDEX …}. */
    String inWords() {
        return pid + (certain ? "" : " (probably the command's)") + " " + doing();
    }

    private String doing() {
        if (state == null || since == null) {
            return "does what is not visible to this role";
        }
        String statement = query == null || query.isBlank() ? "" : ": " + QueryText.shown(query);
        return state.equals("active")
                ? "has run for " + Times.inWords(since) + statement
                : "is " + state + " for " + Times.inWords(since) + (statement.isEmpty() ? "" : ", after" + statement);
    }
}
