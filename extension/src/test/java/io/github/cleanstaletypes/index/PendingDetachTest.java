package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;

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

    private static Finding only(CleanupReport report) {
        return Told.only(report, FindingCode.PENDING_DETACH).finding();
    }
}
