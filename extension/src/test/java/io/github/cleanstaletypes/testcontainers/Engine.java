package io.github.cleanstaletypes.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** A Docker engine, and the containers that one test has started on it; closing removes them whatever state they are in. */
final class Engine implements AutoCloseable {

    /** One that is at hand where no registry can be reached, if the environment names one. */
    static final String IMAGE = System.getenv().getOrDefault("POSTGRES_TEST_IMAGE", "postgres:18-alpine");

    private final List<CleanPostgreSQLContainer> containers = new ArrayList<>();

    /** A container that is removed in the end. */
    CleanPostgreSQLContainer container() {
        CleanPostgreSQLContainer container = new CleanPostgreSQLContainer(IMAGE);
        containers.add(container);
        return container;
    }

    void kill(String id) {
        docker().killContainerCmd(id).exec();
        Wait.until(
                "container " + id + " is dead",
                () -> !Boolean.TRUE.equals(state(id).getRunning()));
    }

    void startAgain(String id) {
        docker().startContainerCmd(id).exec();
        Wait.until(
                "container " + id + " runs", () -> Boolean.TRUE.equals(state(id).getRunning()));
    }

    void pause(String id) {
        docker().pauseContainerCmd(id).exec();
        Wait.until(
                "container " + id + " is paused",
                () -> Boolean.TRUE.equals(state(id).getPaused()));
    }

    void unpause(String id) {
        docker().unpauseContainerCmd(id).exec();
        Wait.until(
                "container " + id + " goes on",
                () -> !Boolean.TRUE.equals(state(id).getPaused()));
    }

    boolean knows(String id) {
        return docker().listContainersCmd().withShowAll(true).exec().stream()
                .anyMatch(container -> container.getId().equals(id));
    }

    static void execute(JdbcDatabaseContainer<?> container, String... statements) throws SQLException {
        try (Connection connection = container.createConnection("");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String query(JdbcDatabaseContainer<?> container, String sql) throws SQLException {
        try (Connection connection = container.createConnection("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        for (CleanPostgreSQLContainer container : containers) {
            String id = container.getContainerId();
            if (id != null && knows(id) && Boolean.TRUE.equals(state(id).getPaused())) {
                unpause(id);
            }
            container.stop();
        }
    }

    private static ContainerState state(String id) {
        return docker().inspectContainerCmd(id).exec().getState();
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }
}
