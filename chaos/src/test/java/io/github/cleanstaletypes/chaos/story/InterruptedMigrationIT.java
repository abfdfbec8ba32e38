package io.github.cleanstaletypes.chaos.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.nio.file.Path;

class InterruptedMigrationIT {

    private static final int ROWS = 500;

    @EachServer(sample = 1)
    void run_at_once_the_next_migration_fails_on_what_the_killed_one_left_running(PostgresServer server) {
        assertThat(play(new RerunAtOnce(), server))
                .isEqualTo(new Observation(new ServerError("23505", "pg_type_typname_nsp_index"), ROWS, ROWS));
    }

    @EachServer(sample = 1)
    void run_after_clean_the_next_migration_succeeds(PostgresServer server) {
        assertThat(play(new RerunAfterClean(), server)).isEqualTo(new Observation(null, ROWS, ROWS));
    }

    @EachServer(sample = 1)
    void a_stale_enum_in_the_way_is_found_removed_and_can_be_had_back(PostgresServer server) {
        assertThat(play(new StaleEnum(), server))
                .isEqualTo(new Observation(new ServerError("42710", null), ROWS, ROWS));
    }

    private static Observation play(Act act, PostgresServer server) {
        CommandLineJar commandLine = CommandLineJar.of(Path.of(System.getProperty("cli.jar")));
        ActResult result = ActResult.of(act, server.version(), commandLine, Narrator.SILENT);
        assertThat(result.verdict().passed()).as(result.inWords()).isTrue();
        return result.seen();
    }
}
