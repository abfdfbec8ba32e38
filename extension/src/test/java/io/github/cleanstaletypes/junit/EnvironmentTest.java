package io.github.cleanstaletypes.junit;

import static io.github.cleanstaletypes.junit.DatabaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DATABASE_URL of a shell may be production: it is used only where the suite says so. Each run is a process with that variable. */
class EnvironmentTest {

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE mood AS ENUM ('good')");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @CleanStaleTypes("mood")
    static class HasNone {
        @Test
        void runs() {}
    }

    /** The process. */
    public static void main(String[] parameters) {
        Suite suite = Suite.of(HasNone.class);
        for (String parameter : parameters) {
            suite.with(parameter, "true");
        }
        try {
            System.out.println("succeeded: " + suite.run().succeeded());
        } catch (AssertionError e) {
            System.out.println("failed: " + e.getCause().getMessage());
        }
    }

    @Test
    void is_not_asked_by_itself() throws Exception {
        assertThat(run()).startsWith("failed: @CleanStaleTypes on ").contains("there is no database");
        assertThat(database).hasTypeNamed("mood");
    }

    @Test
    void is_asked_if_the_suite_says_so() throws Exception {
        assertThat(run("cleanstaletypes.environment")).isEqualTo("succeeded: 1");
        assertThat(database).hasNoTypeNamed("mood");
    }

    @Test
    void that_names_no_database_is_told_with_what_would_and_no_option_of_the_command_line() throws Exception {
        assertThat(runIn(Map.of(), "cleanstaletypes.environment"))
                .endsWith(
                        ": cleanstaletypes.environment=true, and the environment names no database: set DATABASE_URL, or PGHOST with"
                                + " PGDATABASE and PGUSER");
    }

    private String run(String... parameters) throws IOException, InterruptedException {
        return runIn(Map.of("DATABASE_URL", database.jdbcUrl()), parameters);
    }

    private String runIn(Map<String, String> environment, String... parameters)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(ShortLivedJava.words(
                "-cp", System.getProperty("java.class.path"), getClass().getName()));
        process.command().addAll(List.of(parameters));
        process.environment().clear();
        process.environment().putAll(environment);
        Process running = process.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return output.strip();
    }
}
