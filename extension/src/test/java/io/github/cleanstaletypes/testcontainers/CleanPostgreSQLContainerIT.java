package io.github.cleanstaletypes.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Real containers on a real Docker engine. */
@NeedsDocker
class CleanPostgreSQLContainerIT {

    private static final String STALE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    private final Engine engine = new Engine();

    /** What makes the containers of one test one and the same, and those of another test others. */
    private final String project = UUID.randomUUID().toString();

    @AfterEach
    void removeContainers() {
        engine.close();
    }

    @Test
    void a_container_starts_answers_and_stops_as_any_other() throws SQLException {
        CleanPostgreSQLContainer container = engine.container().cleaning("accounts_user");

        container.start();

        String id = container.getContainerId();
        assertThat(container.isEmbedded()).isFalse();
        assertThat(container.isRunning()).isTrue();
        assertThat(container.getDockerImageName()).isEqualTo(Engine.IMAGE);
        assertThat(container.getJdbcUrl()).matches("jdbc:postgresql://[^/]+:\\d+/test\\?loggerLevel=OFF");
        System.out.println("in a container: " + Engine.query(container, "SELECT version()"));
        assertThat(Engine.query(container, "SELECT current_user || ' in ' || current_database()"))
                .isEqualTo("test in test");
        assertThat(container.lastCleanup())
                .hasValueSatisfying(report -> assertThat(report.results()).isEmpty());

        container.stop();

        assertThat(container.isRunning()).isFalse();
        assertThat(engine.knows(id)).isFalse();
    }

    @Test
    void a_reused_container_is_cleaned_of_what_the_last_run_left() throws SQLException {
        CleanPostgreSQLContainer lastRun = reused();
        lastRun.start();
        Engine.execute(
                lastRun,
                STALE,
                "CREATE TYPE mood AS ENUM ('happy')",
                "CREATE TABLE person (feels mood)",
                "INSERT INTO person VALUES ('happy')");

        CleanPostgreSQLContainer thisRun = reused();
        thisRun.start();

        assertThat(thisRun.getContainerId()).isEqualTo(lastRun.getContainerId());
        CleanupReport report = thisRun.lastCleanup().orElseThrow();
        assertThat(report.cleaned()).isEqualTo(1);
        Engine.execute(thisRun, "CREATE TABLE accounts_user (id int)");
        assertThat(Engine.query(thisRun, "SELECT feels FROM person")).isEqualTo("happy");
    }

    @Test
    void a_reused_container_is_cleaned_before_its_init_scripts_run_again() {
        CleanPostgreSQLContainer lastRun = reused();
        lastRun.withInitScript("io/github/cleanstaletypes/testcontainers/accounts_user.sql")
                .start();

        CleanPostgreSQLContainer thisRun = reused();
        thisRun.withInitScript("io/github/cleanstaletypes/testcontainers/accounts_user.sql")
                .start();

        assertThat(thisRun.getContainerId()).isEqualTo(lastRun.getContainerId());
        assertThat(thisRun.lastCleanup().orElseThrow().cleaned()).isEqualTo(1);
    }

    @Test
    void a_container_killed_half_way_through_a_migration_is_cleaned_when_it_is_back() throws SQLException {
        CleanPostgreSQLContainer lastRun = reused();
        lastRun.start();
        String id = lastRun.getContainerId();
        Engine.execute(lastRun, "CREATE TABLE person (name text)", "INSERT INTO person VALUES ('Ada')", "CHECKPOINT");
        try (Connection migration = lastRun.createConnection("");
                Statement statement = migration.createStatement()) {
            statement.execute(STALE);
            migration.setAutoCommit(false);
            statement.execute("CREATE TYPE half_done AS ENUM ('x')");

            engine.kill(id);

            assertThatThrownBy(() -> statement.execute("CREATE TABLE rest (id int)"))
                    .isInstanceOf(SQLException.class);
        }
        engine.startAgain(id);
        CleanPostgreSQLContainer thisRun = reused();
        thisRun.start();

        assertThat(thisRun.getContainerId()).isEqualTo(id);
        assertThat(thisRun.lastCleanup().orElseThrow().cleaned())
                .as("the other was never committed")
                .isEqualTo(1);
        Engine.execute(thisRun, "CREATE TABLE accounts_user (id int)", "CREATE TYPE half_done AS ENUM ('x')");
        assertThat(Engine.query(thisRun, "SELECT name FROM person")).isEqualTo("Ada");
    }

    @Test
    void a_killed_container_is_not_reused_and_nothing_is_found_in_the_new_one() throws SQLException {
        CleanPostgreSQLContainer lastRun = reused();
        lastRun.start();
        Engine.execute(lastRun, STALE);
        engine.kill(lastRun.getContainerId());
        assertThat(lastRun.isRunning()).isFalse();

        CleanPostgreSQLContainer thisRun = reused();
        thisRun.start();

        assertThat(thisRun.getContainerId()).isNotEqualTo(lastRun.getContainerId());
        assertThat(thisRun.lastCleanup().orElseThrow().results()).isEmpty();
    }

    @Test
    void a_cleaning_that_meets_a_paused_container_ends_when_the_container_goes_on() throws Exception {
        CleanPostgreSQLContainer container = reused();
        container.start();
        Engine.execute(container, STALE);
        try (Connection connection = container.createConnection("")) {
            engine.pause(container.getContainerId());

            CompletableFuture<CleanupReport> cleaning = CompletableFuture.supplyAsync(
                    () -> StaleTypes.on(connection).claiming("accounts_user").clean());
            assertThat(cleaning).isNotDone();
            engine.unpause(container.getContainerId());

            assertThat(Wait.forResult("the cleaning", cleaning).cleaned()).isEqualTo(1);
        }
        Engine.execute(container, "CREATE TABLE accounts_user (id int)");
    }

    @Test
    void a_paused_container_is_not_reused_and_keeps_what_it_has() throws SQLException {
        CleanPostgreSQLContainer paused = reused();
        paused.start();
        Engine.execute(paused, STALE);
        engine.pause(paused.getContainerId());

        CleanPostgreSQLContainer other = reused();
        other.start();

        assertThat(other.getContainerId()).isNotEqualTo(paused.getContainerId());
        engine.unpause(paused.getContainerId());
        assertThat(Engine.query(paused, "SELECT count(*) FROM pg_type WHERE typname = 'accounts_user'"))
                .isEqualTo("1");
    }

    @Test
    void an_image_that_is_not_to_be_had_is_told(@TempDir Path directory) throws Exception {
        // nothing listens there; how long Testcontainers goes on trying is read once in a process
        String told = new ContainerProcess(directory)
                .run("localhost:1/postgres:0", Map.of("TESTCONTAINERS_PULL_TIMEOUT", "2"));

        assertThat(told)
                .isEqualTo(
                        "Docker answers, but it does not have the image localhost:1/postgres:0 and could not pull it (what it said is"
                                + " in the log). Pull it where its registry can be reached (docker pull localhost:1/postgres:0), or name an image"
                                + " that is there (docker images).");
    }

    private CleanPostgreSQLContainer reused() {
        assertThat(TestcontainersConfiguration.getInstance().environmentSupportsReuse())
                .as("TESTCONTAINERS_REUSE_ENABLE=true is set")
                .isTrue();
        CleanPostgreSQLContainer container = engine.container().cleaning("accounts_user");
        container.withLabel("project", project).withReuse(true);
        return container;
    }
}
