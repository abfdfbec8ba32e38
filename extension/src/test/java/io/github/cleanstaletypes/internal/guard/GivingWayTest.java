package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.LiveGuard.Starter;
import io.github.cleanstaletypes.internal.guard.live.GivingWay;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.Attempt;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command that does not get a lock in time lets the application go on, and comes back. */
class GivingWayTest {

    private static final String ALTER = "psql -Xq -v ON_ERROR_STOP=1 -c 'ALTER TABLE t ADD COLUMN n int'";
    private static final Duration LIMIT = Duration.ofMillis(100);

    private static final LiveLimits LONG_PAUSE = new LiveLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(1));

    private TestDatabase database;
    private Connection application;

    @BeforeEach
    void prepare() throws SQLException {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TABLE t (id int)");
        application = database.connect();
        application.setAutoCommit(false);
        try (Statement statement = application.createStatement()) {
            statement.execute("SELECT * FROM t");
        }
    }

    @AfterEach
    void drop() throws SQLException {
        application.close();
        database.close();
    }

    @Test
    void it_is_run_again_after_a_pause_until_it_gets_its_lock() throws Exception {
        try (LiveGuard guard = Starter.on(database).lockTimeout(LIMIT).start(ALTER)) {
            guard.saying("gives way for \\d+\\.\\d s, then it is tried again \\(1 of 10\\)");
            guard.saying("gives way for \\d+\\.\\d s, then it is tried again \\(2 of 10\\)");
            application.rollback();
            GuardReport report = guard.ended();
            assertThat(report.exitStatus()).as(guard.errors()).isZero();
            assertThat(guard.errors()).contains("canceling statement due to lock timeout");
            assertThat(report.attempts()).hasSizeGreaterThan(2);
            assertThat(report.attempts()).element(0).extracting(Attempt::next).isEqualTo(Attempt.Next.RETRY);
            assertThat(database.queryText("SELECT count(n) FROM t")).isEqualTo("0");
        }
    }

    /** Whoever sets a limit in the migration itself has not asked for another attempt. */
    @Test
    void without_the_option_or_with_no_retries_a_lock_that_is_not_had_ends_it() throws Exception {
        String limited = "export PGOPTIONS='-c lock_timeout=50ms'; " + ALTER;
        try (LiveGuard guard = Starter.on(database).start(limited)) {
            assertThat(guard.ended().attempts()).hasSize(1);
            assertThat(guard.lines()).contains("LOCK_TIMEOUT end");
        }
        try (LiveGuard guard =
                Starter.on(database).lockTimeout(LIMIT).retries(0).start(ALTER)) {
            assertThat(guard.ended().attempts()).hasSize(1);
        }
    }

    @Test
    void it_gives_way_ten_times_each_time_for_longer_and_by_chance_and_then_no_more() throws Exception {
        GivingWay off = new GivingWay(false, Duration.ofSeconds(1), LongForm.random("giving way"));
        assertThat(off.again()).isFalse();
        GivingWay on = new GivingWay(true, Duration.ofSeconds(1), LongForm.random("giving way"));
        for (int number : new int[] {1, 2, 4, 8, 16, 30, 30, 30, 30, 30}) {
            assertThat(on.again()).isTrue();
            assertThat(on.length()).isBetween(Duration.ofMillis(500L * number), Duration.ofMillis(1500L * number));
            assertThat(on.length()).isNotEqualTo(on.length());
        }
        assertThat(on.again()).isFalse();
        // nothing is due: this returns at once
        on.pause(new SilentNarrator());
    }

    @Test
    void a_signal_ends_the_pause() throws Exception {
        try (LiveGuard guard =
                Starter.on(database).lockTimeout(LIMIT).limits(LONG_PAUSE).start(ALTER)) {
            guard.saying("gives way for");
            guard.receive("TERM");
            GuardReport report = guard.ended();
            assertThat(report.exitStatus()).isEqualTo(143);
            assertThat(report.error()).isEqualTo("ended by SIGTERM before the command was started again");
            assertThat(report.attempts()).hasSize(1);
        }
    }

    @Test
    void the_loss_of_the_lock_ends_the_pause() throws Exception {
        try (LiveGuard guard =
                Starter.on(database).lockTimeout(LIMIT).limits(LONG_PAUSE).start(ALTER)) {
            guard.saying("gives way for");
            database.queryTexts("SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a JOIN pg_locks l USING (pid)"
                    + " WHERE l.locktype = 'advisory' AND a.datname = current_database()");
            GuardReport report = guard.ended();
            assertThat(report.exitStatus()).isEqualTo(ExitStatus.OWN_FAILURE);
            assertThat(report.error()).startsWith("the lock was lost before the command was started again: ");
        }
    }

    @Test
    void the_limit_is_added_to_what_the_user_set_and_the_users_own_wins() throws Exception {
        String show = "psql -XAtc 'SHOW lock_timeout' -c 'SHOW work_mem' >&2";
        try (LiveGuard guard = Starter.on(database)
                .lockTimeout(Duration.ofMillis(1500))
                .variable("PGOPTIONS", "-c work_mem=1MB")
                .start(show)) {
            guard.ended();
            assertThat(guard.errors()).isEqualTo("1500ms\n1MB\n");
        }
        try (LiveGuard guard = Starter.on(database)
                .lockTimeout(Duration.ofMillis(1500))
                .variable("PGOPTIONS", "-c lock_timeout=7s")
                .start(show)) {
            guard.ended();
            assertThat(guard.errors()).startsWith("7s\n");
        }
    }
}
