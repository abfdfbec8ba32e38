package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PrivateServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is not there yet, and that checks passwords once it is. */
class StartingServerTest {

    private static final String SECRET = "s3cretMarker";

    private static PrivateServer server;
    private static Background waiting;

    @TempDir
    private Path directory;

    /** The command line is the first to want the server, and it starts when that is seen to wait. */
    @BeforeAll
    static void startWhileSomebodyWaits(@TempDir(factory = MemoryDirectory.class) Path directory) {
        server = PrivateServer.in(directory, "18.6").start();
        server.execute("CREATE ROLE app LOGIN PASSWORD '" + SECRET + "'");
        server.execute("CREATE DATABASE app OWNER app");
        server.stop();
        server.demandPasswordOf("app");
        waiting = new Background(at("app:" + SECRET), "--type", "stale", "--wait", "60s", "-v")
                .awaitSaying("Waiting up to 60 s");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void is_waited_for_until_it_answers() throws Exception {
        Outcome outcome = waiting.outcome();

        assertThat(outcome.lines())
                .containsExactly(
                        "Cleaning up stale database types...",
                        "⚠️  Warning: Could not connect to database: connection refused",
                        "Database may not be ready yet. This is normal during startup.",
                        "Checking for stale PostgreSQL types...",
                        "✅ No stale types found. Database is clean.",
                        outcome.lines().get(5),
                        "✅ Database cleanup completed successfully");
        assertThat(outcome.errorLines())
                .containsExactly(
                        "Waiting up to 60 s for the database...",
                        "Connected to app@localhost:" + server.port() + "/app (from DATABASE_URL)");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void that_refuses_the_password_is_not_waited_for() throws Exception {
        waiting.outcome();

        for (String command : new String[] {"check", "clean", "wait", "restore"}) {
            Outcome outcome = at("app:wrong" + SECRET).run(command);
            assertThat(outcome.err())
                    .contains("Could not connect to app@localhost:", "password authentication failed")
                    .hasLineCount(1);
            assertThat(outcome.out()).doesNotContain("Database may not be ready yet");
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
        Outcome none = at("app").run("check", "--format", "json");
        assertThat(none.json().error()).contains("no password");
        assertThat(none.exitCode()).isEqualTo(3);
    }

    /** Each way to give a password is seen to work, so that what is not shown was really there. */
    @Test
    void lets_the_right_password_in_and_no_run_ever_shows_it() throws Exception {
        waiting.outcome();
        String url = "postgresql://app@localhost:" + server.port() + "/app";
        CommandRun none = CommandRun.withoutDatabase();
        CommandRun bare = none.with("DATABASE_URL", url);
        CommandRun postgres = none.with("POSTGRES_HOST", "localhost")
                .with("POSTGRES_PORT", String.valueOf(server.port()))
                .with("POSTGRES_DB", "app")
                .with("POSTGRES_USER", "app");
        CommandRun db = none.with("DB_HOST", "localhost")
                .with("DB_PORT", String.valueOf(server.port()))
                .with("DB_NAME", "app")
                .with("DB_USER", "app");
        List<CommandRun> ways = List.of(
                at("app:" + SECRET),
                bare.with("PGPASSWORD", SECRET),
                none.with("DATABASE_URL", url + "?password=" + SECRET),
                none.with("DATABASE_URL", "jdbc:" + url.replace("app@", "") + "?user=app&password=" + SECRET),
                none.with("DATABASE_URL_FILE", file("url", url.replace("app@", "app:" + SECRET + "@"))),
                none.with("CLEAN_STALE_TYPES_DATABASE_URL", url.replace("app@", "app:" + SECRET + "@")),
                postgres.with("POSTGRES_PASSWORD", SECRET),
                postgres.with("POSTGRES_PASSWORD_FILE", file("password", SECRET)),
                db.with("DB_PASSWORD", SECRET),
                bare.with("PGPASSFILE", file("pgpass", "*:*:*:app:" + SECRET)),
                none.with("PGSERVICE", "s")
                        .with(
                                "PGSERVICEFILE",
                                file(
                                        "service",
                                        "[s]\nhost=localhost\nport=" + server.port()
                                                + "\ndbname=app\nuser=app\npassword=" + SECRET)));

        for (CommandRun way : ways) {
            List<Outcome> outcomes = new ArrayList<>();
            outcomes.add(way.run("-v", "wait"));
            assertThat(outcomes.get(0).exitCode()).as(outcomes.get(0).err()).isZero();
            Path undo = directory.resolve("undo.sql");
            server.execute("SELECT 1");
            outcomes.add(way.run("clean", "-v", "--all-unused", "--undo-file", undo.toString()));
            outcomes.add(way.run("check", "--format", "json"));
            outcomes.add(way.run("--fromat", "json"));
            outcomes.add(way.run("check", "-v", "--wait", "soon"));
            outcomes.add(way.with("PGSSLMODE", "verify-full").run("check", "-v", "--wait", "0"));
            outcomes.add(way.with("PGOPTIONS", "-c nonsense=" + SECRET).run("check", "-v", "--wait", "0"));
            outcomes.forEach(
                    outcome -> assertThat(outcome.everything()).isNotBlank().doesNotContain(SECRET));
            assertThat(Files.readString(undo)).doesNotContain(SECRET);
        }
    }

    private String file(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, content);
        assertThat(file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true))
                .isTrue();
        return file.toString();
    }

    private static CommandRun at(String userInfo) {
        return CommandRun.withoutDatabase()
                .with("DATABASE_URL", "postgresql://" + userInfo + "@localhost:" + server.port() + "/app");
    }
}
