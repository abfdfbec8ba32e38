package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.claim.migration.MigrationScript;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
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
            StaleTypes engine = Quiet.in(database).claimingPending(directory);
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
            StaleTypes engine = Quiet.in(database).claimingPending(directory);
            for (CleanupReport report : List.of(engine.check(), engine.clean())) {
                assertThat(Told.by(report)).containsExactly("LEFTOVER_RELATION public.orders reported");
                assertThat(report.clean()).isFalse();
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

    private void script(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private org.flywaydb.core.api.configuration.FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure().dataSource(database.dataSource()).locations("filesystem:" + directory);
    }
}
