package io.github.cleanstaletypes.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.guard.HeldLock;
import io.github.cleanstaletypes.internal.guard.RecordingNarrator;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.guard.session.Pool;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lock of an exclusive test class is looked after while the class is prepared, and its loss is told when it happens. */
class HeldLockTest {

    private static final String LOCKS =
            "FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'cst-guard:%'";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final GuardWaits WAITS = new GuardWaits(SECOND, SECOND, SECOND, Duration.ofMillis(20), SECOND);

    private final TestDatabase database = PostgresServer.of("18.6").createDatabase();
    private final RecordingNarrator told = new RecordingNarrator();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_lock_that_is_lost_is_told_at_once_and_again_when_it_would_be_given_back() throws Exception {
        HeldLock lock = taken();
        assertThat(database.queryTexts("SELECT pg_terminate_backend(pid) " + LOCKS))
                .containsExactly("t");
        Wait.until("it is told", () -> !told.warnings().isEmpty());
        assertThat(told.warnings())
                .singleElement()
                .asString()
                .startsWith("the lock is lost: ")
                .endsWith(" (57P01); another process may migrate from now on");
        assertThatThrownBy(lock::release)
                .isInstanceOf(GuardException.class)
                .hasMessageStartingWith("the lock was lost before it was given back")
                .hasMessageEndingWith(" (57P01)");
    }

    @Test
    void a_lock_that_is_given_back_is_not_told_as_lost_and_leaves_no_session() throws Exception {
        HeldLock lock = taken();
        String now = database.queryText("SELECT clock_timestamp()");
        Wait.until(
                "its heart beats",
                () -> "1".equals(database.queryText("SELECT count(*) " + LOCKS + " AND query_start > '" + now + "'")));
        lock.release();
        database.awaitNobodyConnected();
        assertThat(told.warnings()).isEmpty();
    }

    private HeldLock taken() throws Exception {
        return HeldLock.take(new Pool(database.dataSource(), SECOND), WAITS, told)
                .orElseThrow();
    }
}
