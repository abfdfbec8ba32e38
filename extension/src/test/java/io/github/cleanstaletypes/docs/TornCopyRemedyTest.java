package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.TornCopy;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The page about invisible rows brings them back; and transactions that fail, as it warns, lose them for good. */
class TornCopyRemedyTest {

    private static final List<String> BEFORE = List.of("CREATE TABLE early (id int)", "INSERT INTO early VALUES (1)");

    /** One transaction, and nobody reads any of it before the copy is made: that is the case in which rows can be lost. */
    private static final List<String> UNREAD = List.of(
            "CREATE TABLE accounts_user (id int); INSERT INTO accounts_user VALUES (1); INSERT INTO early VALUES (2)");

    private static final List<String> HIDDEN = List.of(
            "CREATE TABLE customers (id serial PRIMARY KEY, name text UNIQUE)",
            "INSERT INTO customers (name) SELECT 'customer ' || g FROM generate_series(1, 20) g",
            "CREATE TABLE accounts_user (id serial PRIMARY KEY, customer int REFERENCES customers, note text)",
            "INSERT INTO accounts_user (customer, note) SELECT g % 20 + 1, repeat(md5(g::text), 200) FROM generate_series(1, 300) g",
            "INSERT INTO early VALUES (2)");
    private static final String CONTENTS =
            "SELECT md5(string_agg(u::text, ',' ORDER BY id)) || ' ' || count(*) FROM accounts_user u";
    private static final String THE_TABLE = "SELECT relname FROM pg_class WHERE relname = 'accounts_user'";

    @EachServer({"14.22", "18.6"})
    void committing_empty_transactions_brings_all_rows_back(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory)
            throws SQLException, IOException {
        List<String> after = new ArrayList<>(HIDDEN);
        after.add("CREATE TABLE expected AS " + CONTENTS.replaceFirst(" FROM", " AS contents FROM"));
        try (TornCopy copy = TornCopy.of(directory, version.version(), BEFORE, after);
                TestDatabase sound = version.createDatabase()) {
            assertThat(copy.queryTexts(THE_TABLE)).isEmpty();
            assertThat(copy.queryTexts("SELECT id FROM early")).containsExactly("1");

            List<List<String>> results = runPage(copy);

            assertThat(results.get(1)).as("rows from the future").isNotEmpty();
            assertThat(results.get(3)).as("rows from the future").isEmpty();
            assertThat(results.get(4)).containsExactly("300");
            assertThat(copy.queryTexts("SELECT id FROM early ORDER BY id")).containsExactly("1", "2");
            assertThat(copy.queryTexts(CONTENTS)).isEqualTo(copy.queryTexts("SELECT contents FROM expected"));
            assertThat(StaleTypes.in(copy.dataSource()).check().results()).isEmpty();
            sound.execute(HIDDEN.get(0), HIDDEN.get(2));
            move("customers", copy, sound);
            move("accounts_user", copy, sound);
            assertThat(sound.queryText(CONTENTS))
                    .isEqualTo(copy.queryTexts(CONTENTS).get(0));
        }
    }

    @EachServer({"14.22", "18.6"})
    void transactions_that_fail_lose_the_rows_for_good(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory) throws SQLException {
        try (TornCopy copy = TornCopy.of(directory, version.version(), BEFORE, UNREAD)) {
            copy.execute("CREATE EXTENSION amcheck");
            assertThat(found(copy)).containsExactly(FindingCode.INVISIBLE_ROW);
            for (int i = 0; i <= copy.later(); i++) {
                // as a migration that is tried again and again
                assertThat(copy.stateOf("BEGIN", "SELECT pg_current_xact_id()", "SELECT 1 / 0"))
                        .isEqualTo("22012");
            }
            assertThat(copy.queryTexts("SELECT id FROM early")).containsExactly("1");
            assertThat(found(copy)).as("nothing is left of them").isEmpty();

            for (Markdown.Block block :
                    Documentation.page(FindingCode.INVISIBLE_ROW).blocks("sql").subList(1, 4)) {
                Statements.firstColumn(copy.dataSource(), block.text());
            }

            assertThat(copy.queryTexts(THE_TABLE))
                    .as("the remedy comes too late")
                    .isEmpty();
            assertThat(copy.queryTexts("SELECT id FROM early")).containsExactly("1");
            assertThat(copy.stateOf("CREATE TABLE accounts_user (id int)")).isEqualTo("00000");
        }
    }

    private static List<List<String>> runPage(TornCopy copy) throws SQLException {
        List<List<String>> results = new ArrayList<>();
        for (Markdown.Block block :
                Documentation.page(FindingCode.INVISIBLE_ROW).blocks("sql")) {
            results.add(Statements.firstColumn(copy.dataSource(), block.text()));
        }
        return results;
    }

    private static List<FindingCode> found(TornCopy copy) {
        return StaleTypes.in(copy.dataSource()).check().results().stream()
                .map(Result::finding)
                .map(finding -> finding.code())
                .toList();
    }

    /** As pg_dump does: all rows by COPY, into a table whose keys check them. */
    private static void move(String table, TornCopy from, TestDatabase to) throws SQLException, IOException {
        try (Connection out = from.dataSource().getConnection();
                Connection in = to.connect()) {
            StringWriter rows = new StringWriter();
            out.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", rows);
            in.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
        }
    }
}
