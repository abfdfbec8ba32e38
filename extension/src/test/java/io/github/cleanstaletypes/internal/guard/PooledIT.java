package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.MigrationGuard;
import io.github.cleanstaletypes.MigrationGuardException;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Behind PgBouncer: the guard's lock must not be there, a single change may. */
class PooledIT {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsPgBouncer() {
        assumeTrue(PgBouncer.isInstalled(), "no PgBouncer (apt-get install pgbouncer)");
    }

    private Starter pooled(TestDatabase database, PgBouncer pooler) {
        return Starter.in(directory, database)
                .with("PGHOST", "127.0.0.1")
                .with("PGPORT", Integer.toString(pooler.port()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void a_pooled_lock_is_refused_with_the_remedy(String mode) {
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, mode)) {
            Ended ended = pooled(database, pooler).run("--", "echo", "started");
            assertThat(ended.status()).isEqualTo(125);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains("PGHOST leads to a connection pooler")
                    .contains("--lock-url postgresql://USER@SERVER:5432/" + database.name());
        }
    }

    /** PgBouncer refuses a client that sends PGOPTIONS, so none must be sent; and a token would stay in the pool for the next client. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void with_the_lock_at_the_server_itself_the_command_may_go_through_the_pooler(String mode) {
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, mode)) {
            database.execute("CREATE TYPE mood AS ENUM ('old')");
            Ended ended = pooled(database, pooler)
                    .run(
                            "--lock-url",
                            "postgresql://postgres@localhost:" + SERVER.port() + "/" + database.name(),
                            "--type",
                            "mood",
                            "--",
                            "psql",
                            "-XAtc",
                            "SELECT current_setting('application_name')");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).as("an innocent client would inherit it").isEqualTo("psql\n");
            assertThat(ended.err()).contains("guard: lock proved by a second session (");
            assertThat(database.queryText("SELECT to_regtype('mood')")).isNull();
        }
    }

    /** The pooler would give its session to the next client as it is, and a successor would end it for what it is called. */
    @Test
    void what_descends_from_a_guard_is_recognised_through_the_pooler_and_leaves_no_token_there() throws Exception {
        Files.writeString(
                directory.resolve("tokens.sql"),
                "SELECT 'in the pool: ' || count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
                        + " application_name LIKE 'cst:%'");
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, "transaction")) {
            database.execute("CREATE TYPE mood AS ENUM ('old')");
            Ended ended = pooled(database, pooler)
                    .with("LOCK_URL", "postgresql://postgres@localhost:" + SERVER.port() + "/" + database.name())
                    .shell("$CLI guard --lock-url $LOCK_URL -- sh -c '$0 \"$@\" clean --type mood --lock-wait 0 && $0"
                            + " \"$@\" guard --lock-wait 0 -- env PGHOST=localhost PGPORT=" + SERVER.port()
                            + " psql -XAtf tokens.sql' $CLI");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .contains("Successfully removed stale 'mood' type")
                    .endsWith("in the pool: 0\n");
            assertThat(ended.err()).contains("inside another guard, which holds the lock");
        }
    }

    @Test
    void a_guard_through_the_pooler_takes_the_token_of_the_one_around_it_away() {
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, "transaction")) {
            Ended ended = Starter.in(directory, database)
                    .with("PGAPPNAME", "mine")
                    .shell("$CLI guard --lock tenant -- env -u PGOPTIONS PGHOST=127.0.0.1 PGPORT=" + pooler.port()
                            + " $CLI guard --lock tenant --lock-wait 0 -- psql -XAtc 'SHOW application_name'");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).isEqualTo("mine\n");
            assertThat(ended.err()).contains("inside another guard, which holds the lock");
        }
    }

    /** Whoever holds it may be a client of the pooler that has no session at this moment. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void a_lock_row_of_a_migration_tool_is_not_freed_through_a_pooler(String mode) {
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, mode)) {
            database.execute(
                    "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                    "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");
            Ended ended = pooled(database, pooler)
                    .run(
                            "--lock-url",
                            "postgresql://postgres@localhost:" + SERVER.port() + "/" + database.name(),
                            "--free-locks",
                            "--strict",
                            "--command-lock-timeout",
                            "500ms",
                            "--",
                            "true");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.err())
                    .contains("Not freed, because a connection pooler is in between")
                    .contains("a pooler takes no PGOPTIONS: --command-lock-timeout does not reach the command");
            assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void a_lock_in_another_database_is_refused(String mode) {
        try (TestDatabase database = SERVER.createDatabase();
                TestDatabase other = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, mode)) {
            Ended ended = pooled(database, pooler)
                    .run(
                            "--lock-url",
                            "postgresql://postgres@localhost:" + SERVER.port() + "/" + other.name(),
                            "--",
                            "true");
            assertThat(ended.status()).isEqualTo(125);
            assertThat(ended.err()).contains("--lock-url leads to another database than PGHOST does");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void a_guard_of_code_is_refused_like_a_guard_of_a_command(String mode) {
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, mode)) {
            PGSimpleDataSource pooled = new PGSimpleDataSource();
            pooled.setUrl("jdbc:postgresql://127.0.0.1:" + pooler.port() + "/" + database.name() + "?user=postgres");
            assertThatExceptionOfType(MigrationGuardException.class)
                    .isThrownBy(() -> MigrationGuard.in(pooled).run(() -> {}))
                    .withMessage("the data source leads to a connection pooler, where two guards can both get the lock;"
                            + " give a data source that leads straight to the server");
        }
    }

    /** Each change takes the lock for its own transaction, which a pooler leaves whole. */
    @ParameterizedTest
    @ValueSource(strings = {"transaction", "session"})
    void clean_works_through_the_pooler_and_waits_for_the_lock(String mode) throws Exception {
        try (TestDatabase database = SERVER.createDatabase();
                PgBouncer pooler = PgBouncer.start(directory, SERVER, mode);
                Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')");
            Starter pooled = pooled(database, pooler);
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            try (GuardProcess kept = pooled.start("clean", "--type", "mood", "--lock-wait", "300ms")) {
                assertThat(kept.ended().status()).isEqualTo(3);
            }
            statement.execute("SELECT pg_advisory_unlock(" + AdvisoryLock.KEY + ")");
            try (GuardProcess clean = pooled.start("clean", "--type", "mood")) {
                assertThat(clean.ended().status()).as(clean.err()).isZero();
            }
            assertThat(database.queryText("SELECT to_regtype('mood')")).isNull();
        }
    }
}
