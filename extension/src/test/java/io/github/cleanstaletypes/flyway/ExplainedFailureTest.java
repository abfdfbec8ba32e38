package io.github.cleanstaletypes.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.internal.explain.ExplanationException;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.postgresql.PGConnection;

/** A migration that fails all the same. */
@Isolated("reads what this process logs to stderr")
class ExplainedFailureTest {

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void the_explanation_is_attached_to_the_failure(PostgresServer server) {
        try (TestDatabase database = inUse(server)) {
            FlywayException failure = catchThrowableOfType(
                    FlywayException.class, () -> CleanStaleTypesCallback.migrate(flyway(database)));

            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(failure.getSuppressed()[0])
                    .isInstanceOf(ExplanationException.class)
                    .hasMessageContaining("TYPE_IN_USE")
                    .hasMessageContaining("column placed_by of table public.orders");
        }
    }

    @EachServer(sample = 1)
    void the_explanation_is_logged(PostgresServer server) {
        try (TestDatabase database = inUse(server)) {
            String log = logOf(
                    () -> assertThatThrownBy(() -> flyway(database).migrate()).isInstanceOf(FlywayException.class));

            assertThat(log).contains("ERROR " + CleanStaleTypesCallback.class.getName());
            assertThat(log.substring(log.indexOf("ERROR " + CleanStaleTypesCallback.class.getName())))
                    .contains("TYPE_IN_USE", "column placed_by of table public.orders", "42710");
        }
    }

    /** An unused type that the callback does not know to be wanted: what a block creates is not known. */
    @EachServer("18.6")
    void what_to_do_is_told_in_flyways_words(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            Flyway flyway = new Scripts(directory)
                    .with("V1__mood.sql", "DO $$ BEGIN EXECUTE 'CREATE TYPE ' || 'mood AS ENUM ()'; END $$;")
                    .flyway(database.dataSource())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load();

            FlywayException failure =
                    catchThrowableOfType(FlywayException.class, () -> CleanStaleTypesCallback.migrate(flyway));

            assertThat(failure.getSuppressed()[0])
                    .hasMessageContaining(
                            "What to do: Remove it: CleanStaleTypesCallback does that, before a migration");
        }
    }

    @EachServer(sample = 1)
    void a_failure_of_another_kind_is_left_alone(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Flyway flyway = new Scripts(directory)
                    .with("V1__wrong.sql", "SELECT 1 / 0;")
                    .flyway(database.dataSource())
                    .load();

            String log = logOf(() -> {
                FlywayException failure =
                        catchThrowableOfType(FlywayException.class, () -> CleanStaleTypesCallback.migrate(flyway));
                assertThat(failure.getSuppressed()).isEmpty();
            });

            assertThat(log).doesNotContain(CleanStaleTypesCallback.class.getName());
        }
    }

    /** As the annotation does, and whatever else has no listener of its own. */
    @EachServer("18.6")
    void the_log_says_who_holds_the_lock_when_the_callback_begins_to_wait_for_it(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            AtomicInteger polls = new AtomicInteger();
            Flyway flyway = new Scripts(directory)
                    .with("V1__accounts.sql", "CREATE TABLE accounts_user (id int);")
                    .flyway(Tapped.dataSource(database.dataSource(), (number, sent) -> {
                        if (sent.contains("pg_catalog.pg_try_advisory_xact_lock") && polls.incrementAndGet() == 2) {
                            statement.execute("SELECT pg_advisory_unlock(" + AdvisoryLock.KEY + ")");
                        }
                    }))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load();

            assertThat(logOf(flyway::migrate))
                    .contains("for the lock of this database, held by session "
                            + holder.unwrap(PGConnection.class).getBackendPID() + " of postgres");
            assertThat(polls.get()).isGreaterThanOrEqualTo(2);
        }
    }

    private TestDatabase inUse(PostgresServer server) {
        TestDatabase database = server.createDatabase();
        new Scripts(directory)
                .bareFlyway(database.dataSource())
                .baselineVersion("0")
                .load()
                .baseline();
        database.execute(
                "CREATE TYPE accounts_user AS ENUM ('guest')", "CREATE TABLE orders (placed_by accounts_user)");
        return database;
    }

    private Flyway flyway(TestDatabase database) {
        return new Scripts(directory)
                .with("V1__accounts.sql", "CREATE TABLE accounts_user (id int);")
                .flyway(database.dataSource())
                .load();
    }

    private static String logOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
