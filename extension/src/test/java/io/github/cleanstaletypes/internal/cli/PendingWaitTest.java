package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that starts when the migrations have run: {@code wait --migrations}. */
class PendingWaitTest {

    private static final String DONE = "✅ Database answers queries, and no migration is pending";

    @TempDir
    private Path directory;

    @Test
    void is_over_when_the_last_one_has_run() throws Exception {
        Files.writeString(directory.resolve("V1__a.sql"), "CREATE TABLE a (id int)");
        Files.writeString(directory.resolve("V2__b.sql"), "CREATE TABLE b (id int)");
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            Background worker = new Background(
                            CommandRun.on(database), "wait", "--migrations", directory.toString(), "--wait", "1m")
                    .awaitSaying("2 migrations are pending, the first: V1__a.sql");
            flyway(database).target("1").load().migrate();
            worker.awaitSaying("1 migration is pending: V2__b.sql");
            flyway(database).load().migrate();

            Outcome outcome = worker.outcome();
            assertThat(outcome.lines()).containsExactly(DONE);
            assertThat(outcome.exitCode()).isZero();
            assertThat(CommandRun.on(database)
                            .run("wait", "--wait", "0", "--migrations", directory.toString())
                            .lines())
                    .containsExactly(DONE);
        }
    }

    @Test
    void says_in_the_end_what_is_pending_or_why_nobody_knows() throws IOException {
        Files.writeString(directory.resolve("V1__a.sql"), "CREATE TABLE a (id int)");
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            CommandRun commandLine = CommandRun.on(database).with("CLEAN_STALE_TYPES_WAIT", "0");
            Outcome pending = commandLine.run("wait", "--migrations", directory.toString());
            assertThat(pending.exitCode()).isEqualTo(3);
            assertThat(pending.out()).isEmpty();
            assertThat(pending.err()).contains("1 migration is pending: V1__a.sql");
            assertThat(commandLine
                            .run("wait", "--format", "json", "--migrations", directory.toString())
                            .json()
                            .error())
                    .contains("V1__a.sql");

            String stranger = database.createRole();
            flyway(database).load().migrate();
            database.execute("ALTER TABLE flyway_schema_history OWNER TO " + stranger);
            Outcome unread = commandLine.run("wait", "--migrations", directory.toString());
            assertThat(unread.exitCode()).isEqualTo(3);
            assertThat(unread.err())
                    .contains("it is not known which migrations are pending")
                    .contains(stranger);

            Path plain = Files.createDirectory(directory.resolve("plain"));
            Files.writeString(plain.resolve("tables.sql"), "CREATE TABLE a (id int)");
            Outcome untold = commandLine.run("wait", "--migrations", plain.toString());
            assertThat(untold.exitCode()).isEqualTo(3);
            assertThat(untold.err()).contains("without a history nobody knows whether its scripts have run");
        }
    }

    @Test
    void outlasts_a_restart_of_the_server() throws Exception {
        Files.writeString(directory.resolve("V1__a.sql"), "CREATE TABLE a (id int)");
        PrivateServer server = PrivateServer.in(directory, "18.6").start();
        try (server) {
            String url = "postgresql://postgres@localhost:" + server.port() + "/postgres";
            Background worker = new Background(
                            CommandRun.withoutDatabase(),
                            "wait",
                            "--database-url",
                            url,
                            "--migrations",
                            directory.toString(),
                            "--wait",
                            "1m")
                    .awaitSaying("1 migration is pending");
            server.stop();
            worker.awaitSaying("could not be looked at");
            server.start();
            Flyway.configure()
                    .dataSource("jdbc:" + url.replace("postgres@", ""), PostgresServer.SUPERUSER, "")
                    .locations("filesystem:" + directory)
                    .load()
                    .migrate();
            assertThat(worker.outcome().lines()).containsExactly(DONE);
        }
    }

    private FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure().dataSource(database.dataSource()).locations("filesystem:" + directory);
    }
}
