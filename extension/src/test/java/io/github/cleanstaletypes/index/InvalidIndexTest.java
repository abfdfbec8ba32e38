package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.SQLException;
import java.util.List;

/** An index that a concurrent command left is found with what it is, whatever is claimed. */
class InvalidIndexTest {

    @EachServer({"14.22", "18.6"})
    void is_told_with_its_evidence_and_a_query_that_finds_what_is_there_twice(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE labels (id bigserial PRIMARY KEY, name text)",
                    "INSERT INTO labels (name) VALUES ('Foo'), ('foo'), ('bar'), (NULL), (NULL)");
            Fault.fails(database, "CREATE UNIQUE INDEX CONCURRENTLY i ON labels (lower(name)) WHERE id < 100");

            CleanupReport report = Cleaner.in(database.dataSource())
                    .claiming(List.of(new Claim(SqlName.parse("i"), ClaimSource.MIGRATION)))
                    .check();

            assertThat(Told.by(report)).containsExactly("INVALID_INDEX public.i reported");
            Finding finding = Told.only(report, FindingCode.INVALID_INDEX).finding();
            assertThat(finding.raises()).isEqualTo("42P07");
            assertThat(finding.evidence())
                    .containsEntry("table", "public.labels")
                    .containsEntry("unique", true)
                    .containsEntry("ready", false)
                    .containsEntry("live", true)
                    .containsEntry("owner", PostgresServer.SUPERUSER)
                    .containsEntry(
                            "definition",
                            "CREATE UNIQUE INDEX i ON public.labels USING btree (lower(name)) WHERE (id < 100)")
                    .containsKey("size_bytes");
            String query = finding.remedy().replaceFirst(".*(SELECT .*?;).*", "$1");
            assertThat(database.queryTexts(query)).containsExactly("foo");
        }
    }
}
