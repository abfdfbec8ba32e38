package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.guard.GuardHere.Starter;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guard whose command meets a half detached partition tells which one it is, and what finishes it; it does not try again. */
class PendingDetachUnderGuardTest {

    @TempDir
    private Path directory;

    @Test
    void is_told_with_the_statement_that_finishes_it() throws IOException, SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE SCHEMA app",
                    "CREATE TABLE app.t (id int) PARTITION BY LIST (id)",
                    "CREATE TABLE app.p PARTITION OF app.t FOR VALUES IN (1)");
            try (Connection reader = database.connect();
                    Statement statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.execute("SELECT * FROM app.t");
                assertThatThrownBy(() -> database.execute(
                                "SET lock_timeout = '50ms'", "ALTER TABLE app.t DETACH PARTITION app.p CONCURRENTLY"))
                        .hasMessageContaining("55P03");
            }

            Ended ended = Starter.in(directory, database)
                    .run(
                            "--report-file",
                            directory.resolve("report.json").toString(),
                            "--",
                            "sh",
                            "-c",
                            "echo attempt; psql -Xqc 'ALTER TABLE app.p ADD note text'");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.out()).isEqualTo("attempt\n");
            String finish = "Finish it: ALTER TABLE app.t DETACH PARTITION app.p FINALIZE;";
            assertThat(ended.err())
                    .containsSubsequence(
                            "PENDING_DETACH app.p (SQLSTATE 55000)",
                            "PENDING_DETACH app.p (partition, oid ",
                            ", claimed by error)",
                            "What to do: " + finish);
            assertThat(Files.readString(directory.resolve("report.json")))
                    .contains("\"cause\":\"PENDING_DETACH\"", finish, "\"claimed_by\":\"error\"");
            database.execute(finish.substring("Finish it: ".length()));
        }
    }
}
