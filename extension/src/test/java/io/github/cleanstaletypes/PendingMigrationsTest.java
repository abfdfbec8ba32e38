package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.io.TempDir;

/** What pending migrations will create must be free; once they have run, all is well. */
class PendingMigrationsTest {

    @TempDir
    private Path directory;

    @EachServer
    void are_silent_once_they_have_run_as_often_as_one_looks(PostgresServer server) throws IOException {
        script("V1__customers.sql", "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE customers (id int, m mood);");
        script("V2__spare.sql", "CREATE TYPE spare AS ENUM ('a'); CREATE SEQUENCE numbers;");
        script(
                "R__view.sql",
                "DROP VIEW IF EXISTS happy; CREATE VIEW happy AS SELECT * FROM customers WHERE m = 'ok';");
        try (TestDatabase database = server.createDatabase()) {
            Cleaner engine = Quiet.in(database).claimingPending(directory);
            assertThat(engine.check().results()).isEmpty();
            flyway(database).load().migrate();
            for (int run = 1; run <= 2; run++) {
                assertThat(engine.check().results()).isEmpty();
                assertThat(engine.clean().results()).isEmpty();
            }
            assertThat(database.queryText("SELECT 'spare'::regtype")).isEqualTo("spare");
        }
    }

    @EachServer
    void tell_of_a_table_that_was_committed_without_its_row_in_the_history(PostgresServer server) throws IOException {
        script("V1__customers.sql", "CREATE TABLE customers (id int);");
        script("V2__orders.sql", "CREATE TABLE orders (id int); CREATE INDEX CONCURRENTLY orders_id ON orders (id);");
        script("V2__orders.sql.conf", "executeInTransaction=false");
        try (TestDatabase database = server.createDatabase()) {
            flyway(database).target("1").load().migrate();
            database.execute("CREATE TABLE orders (id int)", "INSERT INTO orders VALUES (1), (2)");
            Cleaner engine = Quiet.in(database).claimingPending(directory);
            for (CleanupReport report : List.of(engine.check(), engine.clean())) {
                assertThat(Told.by(report)).containsExactly("LEFTOVER_RELATION public.orders reported");
                assertThat(report.isClean()).isFalse();
            }
            assertThat(database.queryText("SELECT count(*) FROM orders")).isEqualTo("2");
        }
    }

    @EachServer
    void free_the_name_of_a_stale_type_that_they_want(PostgresServer server) throws IOException {
        script("V1__customers.sql", "CREATE TABLE customers (id int);");
        script("V2__orders.sql", "CREATE TABLE orders (id int);");
        try (TestDatabase database = server.createDatabase()) {
            flyway(database).target("1").load().migrate();
            database.execute("CREATE TYPE orders AS ENUM ('stale')", "CREATE TYPE other AS ENUM ('wanted')");
            CleanupReport report = Quiet.in(database).claimingPending(directory).clean();
            assertThat(Told.by(report)).containsExactly("UNUSED_TYPE public.orders dropped");
            flyway(database).load().migrate();
            assertThat(database.queryText("SELECT 'other'::regtype")).isEqualTo("other");
        }
    }

    @EachServer
    void can_be_given_as_scripts(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE orders AS ENUM ('stale')", "CREATE SCHEMA app", "CREATE TYPE app.orders AS ENUM ()");
            CleanupReport report = Quiet.in(database)
                    .claimingPending(
                            List.of(new MigrationScript("one", "SET search_path = app; CREATE TABLE orders ();")))
                    .clean();
            assertThat(Told.by(report)).containsExactly("UNUSED_TYPE app.orders dropped");
        }
    }

    @EachServer
    void claim_nothing_that_they_free_themselves_or_put_up_with(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "CREATE TYPE size AS ENUM ('s')",
                    "CREATE TYPE counter AS ENUM ('one')",
                    "CREATE TABLE used (s size)",
                    "CREATE TABLE again (id int)",
                    "CREATE TABLE kept (id int)",
                    "CREATE TABLE away (id int)",
                    "CREATE VIEW v AS SELECT 1");
            Cleaner engine = Quiet.in(database)
                    .claimingPending(List.of(new MigrationScript(
                            "one",
                            "ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('ok', 'sad');"
                                    + "ALTER TYPE size RENAME TO size_old; CREATE TYPE size AS ENUM ('s', 'm');"
                                    + "DROP TABLE again; CREATE TABLE again (id bigint);"
                                    + "CREATE TABLE IF NOT EXISTS kept (id int); CREATE SEQUENCE counter;"
                                    + "ALTER TABLE away RENAME TO gone; CREATE TABLE away ();"
                                    + "CREATE OR REPLACE VIEW v AS SELECT 1; CREATE TEMP TABLE used ();"
                                    + "CREATE TABLE brief (); DROP TABLE brief;")));
            assertThat(engine.check().results()).isEmpty();
            assertThat(engine.clean().results()).isEmpty();
            assertThat(database.queryText("SELECT 'mood'::regtype")).isEqualTo("mood");
        }
    }

    @EachServer
    void fail_on_a_type_where_a_table_is_to_be_if_not_there(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE kept AS ENUM ('x')", "CREATE TABLE user_of_it (k kept)");
            CleanupReport report = Quiet.in(database)
                    .claimingPending(List.of(new MigrationScript("one", "CREATE TABLE IF NOT EXISTS kept (id int)")))
                    .clean();
            assertThat(Told.by(report)).containsExactly("TYPE_IN_USE public.kept refused");
            assertThat(report.isClean()).isFalse();
        }
    }

    @EachServer
    void claim_nothing_where_the_history_may_not_be_read(PostgresServer server) throws IOException {
        script("V1__mood.sql", "CREATE TYPE mood AS ENUM ('ok');");
        try (TestDatabase database = server.createDatabase()) {
            flyway(database).load().migrate();
            CleanupReport report = Cleaner.in(database.dataSource(database.createRole()))
                    .claimingPending(directory)
                    .clean();
            assertThat(report.results()).isEmpty();
            assertThat(report.notLookedAt())
                    .contains(
                            "schema history public.flyway_schema_history: this role may not read it, so it does not tell"
                                    + " which migrations are pending");
        }
    }

    @EachServer
    void claim_nothing_while_flyway_is_migrating(PostgresServer server) throws Exception {
        script("V1__customers.sql", "CREATE TABLE customers (id int);");
        script("V2__mood.sql", "CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE customers ADD m mood;");
        script("V2__mood.sql.conf", "executeInTransaction=false");
        try (TestDatabase database = server.createDatabase()) {
            flyway(database).target("1").load().migrate();
            CompletableFuture<Void> migrator;
            try (Connection other = database.connect()) {
                other.setAutoCommit(false);
                other.createStatement().execute("LOCK TABLE customers");
                migrator =
                        CompletableFuture.runAsync(() -> flyway(database).load().migrate());
                Wait.until(
                        "Flyway waits for the table",
                        () -> "1"
                                .equals(
                                        database.queryText(
                                                "SELECT count(*) FROM pg_locks WHERE NOT granted AND database ="
                                                        + " (SELECT oid FROM pg_database WHERE datname = current_database())")));
                // between two of its statements, so that nobody could see that it is creating something
                CleanupReport report = Cleaner.in(database.dataSource())
                        .claimingPending(directory)
                        .clean();
                assertThat(report.results()).isEmpty();
                assertThat(report.notLookedAt()).anyMatch(note -> note.contains("Flyway is migrating"));
                assertThat(database.queryText("SELECT 'mood'::regtype")).isEqualTo("mood");
            }
            Wait.forResult("the migration", migrator);
            assertThat(Quiet.in(database).claimingPending(directory).clean().results())
                    .isEmpty();
        }
    }

    @EachServer
    void are_told_apart_for_each_tenant(PostgresServer server) throws IOException {
        script("V1__customers.sql", "CREATE TABLE customers (id int);");
        script("V2__mood.sql", "CREATE TYPE mood AS ENUM ('ok');");
        try (TestDatabase database = server.createDatabase()) {
            flyway(database).defaultSchema("one").load().migrate();
            flyway(database).defaultSchema("two").target("1").load().migrate();
            database.execute("CREATE TYPE two.mood AS ENUM ('stale')", "CREATE TYPE mood AS ENUM ('wanted')");
            CleanupReport report = Quiet.in(database).claimingPending(directory).clean();
            assertThat(Told.by(report)).containsExactly("UNUSED_TYPE two.mood dropped");
        }
    }

    @EachServer
    void say_which_files_are_not_named_as_migrations_are(PostgresServer server) throws IOException {
        script("V1__a.sql", "SELECT 1;");
        script("U1__a.sql", "SELECT 1;");
        script("afterMigrate.sql", "SELECT 1;");
        script("beforeEachMigrate__x.sql", "SELECT 1;");
        try (TestDatabase database = server.createDatabase()) {
            Cleaner engine = Cleaner.in(database.dataSource());
            assertThat(engine.claimingPending(directory).check().notLookedAt())
                    .noneMatch(note -> note.contains("named"));
            script("20220715094527__premises.sql", "CREATE TABLE premises ();");
            assertThat(engine.claimingPending(directory).check().notLookedAt())
                    .contains("1 .sql file of " + directory
                            + " not named as Flyway names migrations by default (the first:"
                            + " 20220715094527__premises.sql)");
        }
    }

    @EachServer
    void claim_nothing_by_a_history_of_something_else(PostgresServer server, @TempDir Path elsewhere)
            throws IOException {
        Files.writeString(elsewhere.resolve("V1__other.sql"), "CREATE TYPE mood AS ENUM ();");
        script("V1__mood.sql", "CREATE TYPE mood AS ENUM ('ok');");
        try (TestDatabase database = server.createDatabase()) {
            flyway(database).locations("filesystem:" + elsewhere).load().migrate();
            CleanupReport report = Quiet.in(database).claimingPending(directory).clean();
            assertThat(report.results()).isEmpty();
            assertThat(report.notLookedAt())
                    .anyMatch(note -> note.contains("no schema history of this database knows"));
        }
    }

    @EachServer
    void without_a_history_leave_what_they_may_have_made(PostgresServer server) throws IOException {
        script("2_orders.up.sql", "CREATE TABLE orders (m mood);");
        script("1_mood.up.sql", "CREATE TYPE mood AS ENUM ('ok'); CREATE TYPE spare AS ENUM ();");
        script("2_orders.down.sql", "DROP TABLE orders;");
        script("10_lines.sql", "-- migrate:up\nCREATE TABLE lines ();\n-- migrate:down\nDROP TABLE lines;");
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE orders AS ENUM ('stale')", "CREATE TYPE lines AS ENUM ('stale')");
            Cleaner engine = Quiet.in(database).claimingPending(directory);
            assertThat(Told.by(engine.clean()))
                    .containsExactly("UNUSED_TYPE public.orders dropped", "UNUSED_TYPE public.lines dropped");
            database.execute(
                    "CREATE TYPE mood AS ENUM ('ok'); CREATE TYPE spare AS ENUM ()",
                    "CREATE TABLE orders (m mood); CREATE TABLE lines ()");
            for (int run = 1; run <= 2; run++) {
                assertThat(engine.clean().results()).isEmpty();
                assertThat(engine.check().results()).isEmpty();
            }
        }
    }

    private void script(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure().dataSource(database.dataSource()).locations("filesystem:" + directory);
    }
}
