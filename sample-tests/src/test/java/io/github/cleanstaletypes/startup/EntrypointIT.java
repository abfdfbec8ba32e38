package io.github.cleanstaletypes.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.startup.Shell.Ended;
import io.github.cleanstaletypes.testing.Ports;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start-ups that people know from their logs, each by the entrypoint as a process. */
class EntrypointIT {

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void nothing_is_stale() {
        Ended start = start(Map.of("DATABASE_URL", url()), "echo", "serving");

        assertThat(start.status()).as(start.output()).isZero();
        assertThat(start.output()).containsSubsequence("migrated", "serving");
    }

    @Test
    void a_stale_type_is_in_the_way() {
        database.execute("CREATE TYPE accounts_user AS ENUM ('admin')");

        Ended start = start(Map.of("DATABASE_URL", url(), "STALE_TYPES", "accounts_user"), "echo", "serving");

        assertThat(start.status()).as(start.output()).isZero();
        assertThat(start.output())
                .containsSubsequence("✅ Successfully removed stale 'accounts_user' type", "migrated", "serving");
        database.execute("CREATE TABLE accounts_user (id int)");
    }

    @Test
    void the_database_is_not_ready_and_nobody_wants_to_wait() {
        String url = "postgresql://postgres@localhost:" + Ports.free() + "/app";

        Ended start = start(Map.of("DATABASE_URL", url, "DATABASE_WAIT", "0"), "echo", "serving");

        assertThat(start.status()).as(start.output()).isEqualTo(125);
        assertThat(start.output())
                .contains("Database may not be ready yet. This is normal during startup.")
                .doesNotContain("migrated", "serving");
    }

    @Test
    void the_migration_fails() {
        Ended start = start(Map.of("DATABASE_URL", url(), "MIGRATE", "echo migrated; exit 7"), "echo", "serving");

        assertThat(start.status()).as(start.output()).isEqualTo(7);
        assertThat(start.output()).doesNotContain("serving");
    }

    @Test
    void a_setting_is_missing() {
        assertThat(start(Map.of("DATABASE_URL", ""), "echo", "serving"))
                .isEqualTo(new Ended(64, "entrypoint: set DATABASE_URL or DATABASE_URL_FILE\n"));
        assertThat(start(Map.of("DATABASE_URL", url(), "MIGRATE", ""), "echo", "serving"))
                .isEqualTo(new Ended(64, "entrypoint: set MIGRATE to the command that migrates\n"));
        assertThat(start(Map.of("DATABASE_URL", url())))
                .isEqualTo(new Ended(64, "entrypoint: give the command that starts the application as arguments\n"));
    }

    @Test
    void the_application_does_not_carry_the_token_of_the_guard() {
        Ended start = start(
                Map.of("DATABASE_URL", url(), "MIGRATE", "echo migrates as $PGAPPNAME"),
                "sh",
                "-c",
                "echo serves as ${PGAPPNAME-itself}");

        assertThat(start.output()).contains("migrates as cst:").contains("serves as itself");
    }

    private String url() {
        return "postgresql://postgres@localhost:" + database.server().port() + "/" + database.name();
    }

    private static Ended start(Map<String, String> settings, String... application) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MIGRATE",
                "echo migrated",
                "JAVA",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "CLI_JAR",
                Shell.cliJar().toString()));
        environment.putAll(settings);
        List<String> command = new ArrayList<>(
                List.of(Shell.startup().resolve("app/entrypoint.sh").toString()));
        command.addAll(List.of(application));
        return Shell.run(environment, command);
    }
}
