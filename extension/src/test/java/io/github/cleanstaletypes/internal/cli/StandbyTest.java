package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.wire.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real standby, which can be looked at and not be changed. */
class StandbyTest {

    private static PrivateServer server;
    private static CommandRun commandLine;
    private static TestDatabase elsewhere;

    @BeforeAll
    static void startStandby(@TempDir(factory = MemoryDirectory.class) Path directory) {
        server = PrivateServer.in(directory, "18.6").start();
        server.execute("CREATE TYPE stale AS ENUM ('a')");
        server.execute("CREATE TABLE healthy ()");
        elsewhere = PostgresServer.of("18.6").createDatabase();
        server.execute("CREATE DATABASE " + elsewhere.name());
        server.stop();
        server.becomeStandby();
        server.start();
        commandLine = CommandRun.withoutDatabase()
                .with("DATABASE_URL", "postgresql://postgres@localhost:" + server.port() + "/postgres");
    }

    @AfterAll
    static void stop() {
        server.close();
        elsewhere.close();
    }

    /** A load balancer leads the one session to the primary and the other one here. */
    @Test
    void proves_nothing_about_a_guards_lock_on_its_primary() throws IOException {
        try (StandIn balancer = StandIn.before(elsewhere.server().port())
                .leadingLaterSessionsTo(server.port())
                .open()) {
            String lock = "postgresql://postgres@localhost:" + balancer.port() + "/" + elsewhere.name();
            Outcome outcome = CommandRun.on(elsewhere).run("guard", "--lock-url", lock, "--", "true");
            assertThat(outcome.err())
                    .contains("guard: the lock is not proved: the second session was led to a standby; going on without"
                            + " proof\n");
            assertThat(outcome.exitCode()).isZero();
        }
    }

    @Test
    void can_be_checked() {
        Outcome healthy = commandLine.run("check", "--type", "healthy");
        assertThat(healthy.out()).contains("✅ No stale types found. Database is clean.");
        assertThat(healthy.exitCode()).isZero();

        Outcome stale = commandLine.run("check", "--type", "stale", "--format", "json");
        assertThat(stale.json().finding()).containsEntry("code", "UNUSED_TYPE").containsEntry("outcome", "reported");
        assertThat(stale.exitCode()).isEqualTo(1);
        assertThat(commandLine.run("wait").exitCode()).isZero();
    }

    @Test
    void can_be_cleaned_as_a_dry_run() {
        Outcome outcome = commandLine.run("clean", "--type", "stale", "--dry-run");

        assertThat(outcome.out()).contains("Planned: UNUSED_TYPE public.stale");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void cannot_be_cleaned_or_restored_and_says_where_to() {
        for (String command : new String[] {"clean", "restore"}) {
            Outcome outcome = commandLine.run(command, "--type", "stale");

            assertThat(outcome.err())
                    .isEqualTo(
                            "clean-stale-types: the server is a standby, which takes no changes; run this on the primary"
                                    + " (check works here)\n");
            assertThat(outcome.out()).doesNotContain("✅");
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
        Outcome json = commandLine.run("--type", "stale", "--format", "json");
        assertThat(json.json().error()).startsWith("the server is a standby");
        assertThat(json.exitCode()).isEqualTo(3);
    }
}
