package io.github.cleanstaletypes.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The callback, compiled against one Flyway, in processes that have another one. */
class FlywayVersionsTest {

    /** The build copies them there. */
    private static final Path FLYWAYS = Path.of("target", "flyway").toAbsolutePath();

    @TempDir
    private Path directory;

    /** Each is a process of its own; those of Spring Boot's sets are also met in the module of samples. */
    private static List<String> versions() {
        return LongForm.sample(List.of("10.22.0", "11.7.2", "12.4.0"), 1, "Flyway's versions");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_stale_type_makes_way(String version) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('guest')");
            new Scripts(directory).with("V1__accounts.sql", "CREATE TABLE accounts_user (id int);");

            assertThat(result(start(version, database))).isEqualTo("flyway-core-" + version + ".jar executed 1");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_failure_is_explained_in_the_log_and_has_the_explanation_attached(String version) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TYPE accounts_user AS ENUM ('guest')", "CREATE TABLE orders (placed_by accounts_user)");
            new Scripts(directory).with("V1__accounts.sql", "CREATE TABLE accounts_user (id int);");

            assertThat(result(start(version, database)))
                    .isEqualTo("flyway-core-" + version + ".jar failed, explained by 1");
            assertThat(log().substring(log().indexOf("failed! Changes successfully rolled back")))
                    .as("after the failure")
                    .contains("TYPE_IN_USE", "column placed_by of table public.orders");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void its_lock_is_the_one_that_is_taken_here(String version) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection brake = database.connect();
                Statement hold = brake.createStatement()) {
            hold.execute("SELECT pg_advisory_lock(1)");
            new Scripts(directory).with("V1__waits.sql", "SELECT pg_advisory_xact_lock(1);");

            Process process = start(version, database);
            try {
                Wait.until(
                        "the migration waits for its brake",
                        () -> "1"
                                .equals(
                                        database.queryText(
                                                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND NOT granted")));

                assertThat(database.queryTexts("SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks"
                                + " WHERE locktype = 'advisory' AND objid <> 1 AND granted"))
                        .containsExactly(Long.toString(SchemaHistory.lockKey("public", "flyway_schema_history")));
            } finally {
                hold.execute("SELECT pg_advisory_unlock(1)");
                result(process);
            }
        }
    }

    private Process start(String version, TestDatabase database) throws IOException {
        List<String> classPath = new ArrayList<>();
        try (Stream<Path> jars = Files.list(FLYWAYS.resolve(version))) {
            jars.map(Path::toString).forEach(classPath::add);
        }
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("flyway-"))
                .forEach(classPath::add);
        return new ProcessBuilder(ShortLivedJava.words(
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        OneMigration.class.getName(),
                        database.jdbcUrl(),
                        directory.toString()))
                .redirectOutput(directory.resolve("output").toFile())
                .redirectError(directory.resolve("log").toFile())
                .start();
    }

    private String result(Process process) throws IOException, InterruptedException {
        try {
            Wait.forEnd("the migration", process);
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(directory.resolve("output"));
        assertThat(lines).as("it printed something: %s", log()).isNotEmpty();
        return lines.get(lines.size() - 1);
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
