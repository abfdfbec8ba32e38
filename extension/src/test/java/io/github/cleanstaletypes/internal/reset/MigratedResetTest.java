package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** A command that migrates the new database, under guard. */
class MigratedResetTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");

    @Test
    void a_command_runs_under_guard_in_the_new_database_and_its_status_is_that_of_reset() {
        try (ResetScene scene = ResetScene.on(SERVER)) {
            Outcome failed = scene.reset("--", "sh", "-c", "exit 7");

            assertThat(failed.exitCode()).as(failed.everything()).isEqualTo(7);
            assertThat(failed.err())
                    .contains(
                            "✅ Database \"" + scene.name() + "\" is new and empty.",
                            "lock taken in database " + scene.name());
            assertThat(failed.out()).isEmpty();

            Outcome again = scene.reset("--", "sh", "-c", "exit 0");

            assertThat(again.exitCode()).as(again.everything()).isZero();
            assertThat(again.err()).contains("\" is new already: ");
            assertThat(scene.names()).hasSize(2);
        }
    }

    @Test
    void a_command_does_not_run_if_the_database_is_not_made_new_nor_in_a_dry_run() {
        try (ResetScene scene = ResetScene.on(SERVER)) {
            scene.outside("ALTER ROLE " + scene.role() + " NOCREATEDB");
            Outcome refused = scene.reset("--", "sh", "-c", "exit 7");
            scene.outside("ALTER ROLE " + scene.role() + " CREATEDB");
            Outcome dry = scene.reset("--dry-run", "--", "sh", "-c", "exit 7");

            assertThat(refused.exitCode()).as(refused.everything()).isEqualTo(125);
            assertThat(dry.exitCode()).as(dry.everything()).isZero();
            assertThat(dry.err()).contains("Would make a new database", "Would run the command under guard");
        }
    }
}
