package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.FlywayMigrator;
import io.github.cleanstaletypes.internal.guard.LiveGuard;
import io.github.cleanstaletypes.internal.guard.LiveGuard.Starter;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Flyway holds its lock in a transaction, for which its own CREATE INDEX CONCURRENTLY waits for ever. */
class FlywayWaitsForItselfTest {

    @TempDir
    private Path migrations;

    @Test
    void a_flyway_that_waits_for_itself_is_told_so_with_the_remedy() throws Exception {
        Files.writeString(migrations.resolve("V1__table.sql"), "CREATE TABLE t (id int);");
        Files.writeString(migrations.resolve("V2__index.sql"), "CREATE INDEX CONCURRENTLY i ON t (id);");
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            List<String> flyway = List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    FlywayMigrator.class.getName(),
                    database.jdbcUrl(),
                    migrations.toString());
            try (LiveGuard guard = Starter.on(database).start(flyway)) {
                assertThat(guard.saying(" waits for "))
                        .matches(
                                "session \\d+ \\(probably the command's\\) waits for ShareLock on the end of virtual transaction"
                                        + " \\S+, held by pid .*")
                        .contains("The command waits for itself", "flyway.postgresql.transactional.lock=false");
                database.queryTexts(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONC%'");
                assertThat(guard.ended().waits())
                        .singleElement()
                        .matches(SeenWait::itself)
                        .matches(wait -> !wait.certain());
            }
        }
    }
}
