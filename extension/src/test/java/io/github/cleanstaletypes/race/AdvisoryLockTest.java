package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** One change at a time in a database: whoever changes types holds the lock, and whoever waits for it is in nobody's way. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class AdvisoryLockTest {

    private static final String LOCK = "SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(" + AdvisoryLock.KEY + ")";

    @EachServer({"14.22", "18.6"})
    void a_cleaner_that_does_not_get_the_lock_in_time_says_so_and_changes_nothing(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession holder = holder(database, onlooker)) {
            List<Duration> told = new ArrayList<>();
            Duration wait = Duration.ofMillis(250);
            long start = System.nanoTime();
            Cleaner cleaner = Cleaner.in(database.dataSource())
                    .claiming("mood")
                    .waitingForLock(wait)
                    .reportingTo(new Progress() {
                        @Override
                        public void waitingForLock(List<LockHolder> holders, Duration atMost) {
                            told.add(atMost);
                        }
                    });
            assertThatThrownBy(cleaner::clean)
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageContaining("another clean or guard has been at work on this database")
                    .hasMessageContaining(String.valueOf(AdvisoryLock.KEY))
                    .hasMessageNotContaining("\n");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(wait);
            assertThat(told).containsExactly(wait);
            assertThat(database.queryText("SELECT obj_description('mood'::regtype, 'pg_type')"))
                    .isNull();
            assertThat(onlooker.advisoryLocksIn(database))
                    .as("the holder's lock")
                    .isEqualTo(1);
            holder.succeeds();
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_cleaner_goes_on_when_the_lock_is_released(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession holder = holder(database, onlooker)) {
            AtomicInteger polls = new AtomicInteger();
            CleanupReport report = Cleaner.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.contains("pg_try_advisory") && polls.incrementAndGet() == 3) {
                            holder.send(UNLOCK);
                        }
                    }))
                    .claiming("mood")
                    .clean();
            assertThat(polls.get()).isGreaterThanOrEqualTo(3);
            assertThat(report.cleaned()).isEqualTo(1);
            assertThat(database.queryText("SELECT to_regtype('mood')")).isNull();
            assertThat(onlooker.advisoryLocksIn(database)).isZero();
        }
    }

    @EachServer({"14.22", "18.6"})
    void whoever_holds_the_lock_can_create_an_index_concurrently_while_a_cleaner_waits(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession holder = holder(database, onlooker)) {
            holder.send("CREATE TABLE t AS SELECT g AS id FROM generate_series(1, 1000) g");
            AtomicInteger polls = new AtomicInteger();
            CleanupReport report = Cleaner.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.contains("pg_try_advisory") && polls.incrementAndGet() == 2) {
                            holder.send("CREATE INDEX CONCURRENTLY t_id ON t(id)", UNLOCK);
                        }
                    }))
                    .claiming("mood")
                    .waitingForLock(Duration.ofSeconds(30))
                    .clean();
            holder.succeeds();
            assertThat(report.cleaned()).isEqualTo(1);
            assertThat(database.queryText("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass"))
                    .isEqualTo("t");
        }
    }

    @EachServer("18.6")
    void another_database_has_a_lock_of_its_own(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                TestDatabase other = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession holder = holder(other, onlooker)) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            assertThat(Cleaner.in(database.dataSource())
                            .claiming("mood")
                            .waitingForLock(Duration.ZERO)
                            .clean()
                            .cleaned())
                    .isEqualTo(1);
            holder.succeeds();
        }
    }

    static OtherSession holder(TestDatabase database, Onlooker onlooker) throws SQLException {
        database.execute("CREATE TYPE mood AS ENUM ('a')");
        OtherSession holder = new OtherSession(database, onlooker);
        holder.send(LOCK);
        return holder;
    }
}
