package io.github.cleanstaletypes.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of an application start at once, each with the callback. */
class TwoNodesTest {

    private static final int ROUNDS = LongForm.rounds(2, 50);

    @TempDir
    private Path directory;

    /** The first node has committed a type that nothing uses yet, and is in the midst of the migration that will use it. */
    @EachServer(sample = 1)
    void a_node_that_starts_while_another_migrates_waits_and_touches_nothing(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection brake = database.connect();
                Statement hold = brake.createStatement()) {
            Scripts scripts = new Scripts(directory)
                    .with("V1__mood.sql", "CREATE TYPE mood AS ENUM ('sad', 'happy');")
                    .with("V2__person.sql", "SELECT pg_advisory_xact_lock(1);", "CREATE TABLE person (feels mood);");
            hold.execute("SELECT pg_advisory_lock(1)");
            CompletableFuture<MigrateResult> first =
                    migrate(scripts.bareFlyway(database.dataSource()).load());
            awaitOne(
                    database,
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND NOT granted");
            String oid = database.queryText("SELECT oid FROM pg_type WHERE typname = 'mood'");

            // it would create what the first has created already, were it to go by its own idea of what is pending
            CompletableFuture<MigrateResult> second =
                    migrate(scripts.flyway(database.dataSource()).load());
            awaitOne(
                    database,
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_try_advisory_lock(%' AND pid <> pg_backend_pid()");
            assertThat(second).isNotDone();
            hold.execute("SELECT pg_advisory_unlock(1)");

            assertThat(Wait.forResult("the first node", first).migrationsExecuted)
                    .isEqualTo(2);
            assertThat(Wait.forResult("the second node", second).migrationsExecuted)
                    .isZero();
            assertThat(database.queryText("SELECT oid FROM pg_type WHERE typname = 'mood'"))
                    .isEqualTo(oid);
        }
    }

    @EachServer(sample = 1)
    @Tag("slow")
    void nodes_that_start_at_once_take_nothing_from_each_other(PostgresServer server) throws Exception {
        Scripts scripts = new Scripts(directory)
                .with("V1__mood.sql", "CREATE TYPE mood AS ENUM ('sad', 'happy');")
                .with("V2__level.sql", "CREATE DOMAIN level AS int CHECK (VALUE > 0);")
                .with(
                        "V3__person.sql",
                        "CREATE TABLE person (feels mood, at level);",
                        "INSERT INTO person VALUES ('happy', 3);")
                .with("V4__accounts.sql", "CREATE TABLE accounts_user (id int);")
                .with("V5__moods.sql", "CREATE TYPE moods AS (mostly mood);");
        try (TestDatabase database = server.createDatabase()) {
            for (int round = 0; round < ROUNDS; round++) {
                String schema = "round_" + round;
                database.execute(
                        "CREATE SCHEMA " + schema, "CREATE TYPE " + schema + ".accounts_user AS ENUM ('stale')");
                CyclicBarrier start = new CyclicBarrier(2);
                CompletableFuture<MigrateResult> one = migrateInto(schema, scripts, database, start);
                CompletableFuture<MigrateResult> other = migrateInto(schema, scripts, database, start);

                int executed = Wait.forResult("one node", one).migrationsExecuted
                        + Wait.forResult("the other node", other).migrationsExecuted;

                assertThat(executed).as("migrations of round %d", round).isEqualTo(5);
                assertThat(database.queryText("SELECT feels || ' ' || at FROM " + schema + ".person"))
                        .isEqualTo("happy 3");
                assertThat(
                                database.queryTexts(
                                        "SELECT typname || ' ' || typtype::text FROM pg_type WHERE typtype IN ('e', 'd', 'c') AND typnamespace = '"
                                                + schema
                                                + "'::regnamespace AND typname <> 'flyway_schema_history' AND typname NOT LIKE 'stale%' ORDER BY 1"))
                        .containsExactly("accounts_user c", "level d", "mood e", "moods c", "person c");
                database.execute("DROP SCHEMA " + schema + " CASCADE");
            }
        }
    }

    private static CompletableFuture<MigrateResult> migrateInto(
            String schema, Scripts scripts, TestDatabase database, CyclicBarrier start) {
        Flyway flyway = scripts.flyway(database.dataSource())
                .schemas(schema)
                .validateOnMigrate(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return flyway.migrate();
        });
    }

    private static CompletableFuture<MigrateResult> migrate(Flyway flyway) {
        return CompletableFuture.supplyAsync(flyway::migrate);
    }

    private static void awaitOne(TestDatabase database, String count) throws SQLException {
        Wait.until(count, () -> "1".equals(database.queryText(count)));
    }
}
