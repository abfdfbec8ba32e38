package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A partition whose detach came to a stop is told with what finishes it, and never touched. */
class PendingDetachTest {

    private static final String DETACH = "ALTER TABLE \"P 1\" DETACH PARTITION \"p\"\"1\" CONCURRENTLY";

    @EachServer({"14.22", "18.6"})
    void is_told_while_it_is_under_way_and_after_it_was_broken_off(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "CREATE TABLE \"P 1\" (id int) PARTITION BY LIST (id)",
                    "CREATE TABLE \"p\"\"1\" PARTITION OF \"P 1\" FOR VALUES IN (1)",
                    "CREATE TABLE p2 PARTITION OF \"P 1\" FOR VALUES IN (2)",
                    "INSERT INTO \"P 1\" VALUES (1), (2)");
            try (RunningBuild detach = RunningBuild.waitingForReader(database, "\"P 1\"", DETACH)) {
                assertThat(only(Cleaner.in(database.dataSource()).check()).evidence())
                        .containsEntry("being_detached_by_pid", detach.pid());
                // whose statements this role may not see
                assertThat(only(Cleaner.in(database.dataSource(role)).check()).evidence())
                        .doesNotContainKey("being_detached_by_pid");
                detach.kill();
            }
            Cleaner cleaner = Cleaner.in(database.dataSource());
            assertThat(Told.by(cleaner.clean())).containsExactly("PENDING_DETACH public.\"p\"\"1\" noted");
            assertThat(Told.by(cleaner.strictly().clean()))
                    .containsExactly("PENDING_DETACH public.\"p\"\"1\" reported");
            for (String claimed : new String[] {"\"P 1\"", "\"p\"\"1\""}) {
                assertThat(Told.by(Fault.claimed(database.dataSource(), claimed).clean()))
                        .contains("PENDING_DETACH public.\"p\"\"1\" reported");
            }
            Finding finding = only(cleaner.check());
            assertThat(finding.raises()).isEqualTo("55000");
            // what it says is so
            assertThat(database.queryTexts("SELECT id FROM \"P 1\"")).containsExactly("2");
            for (String change : new String[] {
                "ALTER TABLE \"p\"\"1\" ALTER id SET NOT NULL",
                "ALTER TABLE \"P 1\" DETACH PARTITION p2 CONCURRENTLY",
                DETACH
            }) {
                assertThatThrownBy(() -> database.execute(change)).hasMessageStartingWith("55000");
            }
            database.execute(finding.remedy().replaceFirst("Finish it: (.*?;).*", "$1"));
            assertThat(cleaner.strictly().clean().results()).isEmpty();
            assertThat(database.queryText("SELECT id FROM \"p\"\"1\"")).isEqualTo("1");
        }
    }

    @Test
    void each_error_that_comes_of_it_is_explained_by_it_whatever_schema_it_is_in() throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            for (String schema : new String[] {"app", "\"My app\"", "whole"}) {
                database.execute(
                        "CREATE SCHEMA " + schema,
                        "CREATE TABLE " + schema + ".t (id int) PARTITION BY LIST (id)",
                        "CREATE TABLE " + schema + ".p PARTITION OF " + schema + ".t FOR VALUES IN (1)",
                        "CREATE TABLE " + schema + ".q PARTITION OF " + schema + ".t FOR VALUES IN (2)");
            }
            breakOff(database, "\"My app\"");
            String finish = "ALTER TABLE \"My app\".t DETACH PARTITION \"My app\".p FINALIZE;";

            for (String change : new String[] {
                "ALTER TABLE \"My app\".p ALTER id SET NOT NULL",
                "ALTER TABLE \"My app\".t DETACH PARTITION \"My app\".q CONCURRENTLY",
                "ALTER TABLE \"My app\".t DETACH PARTITION \"My app\".p"
            }) {
                Explanation explanation = explained(database, change);
                assertThat(explanation.cause()).isEqualTo("PENDING_DETACH");
                assertThat(explanation.sqlState()).isEqualTo("55000");
                assertThat(explanation.remedy()).startsWith("Finish it: " + finish);
                assertThat(explanation.results()).singleElement().satisfies(result -> {
                    assertThat(result.outcome()).isEqualTo(Outcome.REPORTED);
                    assertThat(result.finding().code()).isEqualTo(FindingCode.PENDING_DETACH);
                    assertThat(result.finding().claimedBy()).isEqualTo(ClaimSource.ERROR);
                    assertThat(result.finding().subject().display()).isEqualTo("\"My app\".p");
                });
            }

            // of two of one name it is that of the table that the message tells
            breakOff(database, "app");
            assertThat(explained(database, "ALTER TABLE app.t DETACH PARTITION app.q CONCURRENTLY")
                            .remedy())
                    .startsWith("Finish it: ALTER TABLE app.t DETACH PARTITION app.p FINALIZE;");
            assertThat(explained(database, "ALTER TABLE \"My app\".t DETACH PARTITION \"My app\".q CONCURRENTLY")
                            .remedy())
                    .startsWith("Finish it: " + finish);

            Throwable failure = failure(database, "ALTER TABLE \"My app\".p ALTER id SET NOT NULL");
            database.execute(finish, "ALTER TABLE app.t DETACH PARTITION app.p FINALIZE");
            Explanation over =
                    StaleTypes.in(database.dataSource()).explain(failure).orElseThrow();
            assertThat(over.cause()).isEqualTo("INCOMPLETE_DETACH");
            assertThat(over.results()).isEmpty();
            assertThat(over.explanation()).endsWith(" None of that name is half detached now.");
        }
    }

    @Test
    void without_a_database_what_finishes_it_is_told_as_far_as_the_message_tells_it() {
        assertThat(Explanations.of("ERROR:  partition \"p\" already pending detach in partitioned table \"My app.t\"")
                        .orElseThrow()
                        .remedy())
                .contains(" finish it: ALTER TABLE \"My app\".t DETACH PARTITION p FINALIZE; ");
        assertThat(Explanations.of("ERROR:  cannot alter partition \"P\" with an incomplete detach")
                        .orElseThrow()
                        .remedy())
                .contains(" finish it: ALTER TABLE TABLE DETACH PARTITION \"P\" FINALIZE; ");
    }

    private static void breakOff(TestDatabase database, String schema) throws SQLException {
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT * FROM " + schema + ".t");
            assertThatThrownBy(() -> database.execute(
                            "SET lock_timeout = '50ms'",
                            "ALTER TABLE " + schema + ".t DETACH PARTITION " + schema + ".p CONCURRENTLY"))
                    .hasMessageContaining("55P03");
        }
    }

    private static Explanation explained(TestDatabase database, String change) {
        return StaleTypes.in(database.dataSource())
                .explain(failure(database, change))
                .orElseThrow();
    }

    private static Throwable failure(TestDatabase database, String change) {
        return catchThrowable(() -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(change);
            }
        });
    }

    private static Finding only(CleanupReport report) {
        return Told.only(report, FindingCode.PENDING_DETACH).finding();
    }
}
