package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.Idle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Transactions that create something, as a server could have told them. */
public final class ReadCreator {

    public static final int PID = 4711;

    private ReadCreator() {}

    public static Creator busy() {
        return session("active", "CREATE TABLE accounts_user ()", Duration.ofSeconds(5), null);
    }

    public static Creator idleFor(Duration length) {
        return session("idle in transaction", "CREATE TABLE accounts_user ()", length, length);
    }

    public static Creator running(String query, Duration age) {
        return session("active", query, age, null);
    }

    /** Another role's, seen by one that may not read its activity. */
    public static Creator hidden() {
        return new Creator(PID, null, "7/1", null, "", null, null, null, "901", null, null);
    }

    public static Creator prepared(String gid, Duration age) {
        return new Creator(null, gid, "-1/902", "anna", null, null, null, null, "902", age, null);
    }

    private static Creator session(String state, String query, Duration age, @Nullable Duration idle) {
        return new Creator(
                PID,
                null,
                "7/1",
                "anna",
                "migrator",
                "127.0.0.1",
                state,
                query,
                "901",
                age,
                idle == null ? null : new Idle("2026-01-01 00:00:00+00", "2026-01-01 00:00:01+00", idle));
    }
}
