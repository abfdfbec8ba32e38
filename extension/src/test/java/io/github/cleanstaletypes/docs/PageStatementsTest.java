package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.docs.Markdown.Block;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * The statements of each page do on a real server what the page says, one after the other, in the situation that the page is about. A
 * block {@code sql raises=STATE} fails with that SQLSTATE; any other block does not fail.
 */
class PageStatementsTest {

    @EachServer({"14.22", "18.6"})
    void unused_type(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')");

            Map<Integer, Integer> rows = run(FindingCode.UNUSED_TYPE, database, Map.of());

            assertThat(rows)
                    .as("one type, which nothing uses")
                    .containsEntry(1, 1)
                    .containsEntry(2, 0);
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typname LIKE '%accounts_user'"))
                    .isEmpty();
        }
    }

    @EachServer({"14.22", "18.6"})
    void type_in_use(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')",
                    "CREATE TABLE orders (status accounts_user)",
                    "INSERT INTO orders VALUES ('guest')",
                    "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS"
                            + " 'BEGIN RETURN enum_first(NULL::accounts_user); END'");

            Map<Integer, Integer> rows = run(FindingCode.TYPE_IN_USE, database, Map.of());

            assertThat(rows)
                    .as("a column and a function's body use it")
                    .containsEntry(2, 1)
                    .containsEntry(3, 1);
            assertThat(database.queryText("SELECT status FROM orders")).isEqualTo("guest");
        }
    }

    @EachServer({"14.22", "18.6"})
    void leftover_relation(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE accounts_user (id int)", "INSERT INTO accounts_user VALUES (1)");

            Map<Integer, Integer> rows = run(FindingCode.LEFTOVER_RELATION, database, Map.of());

            assertThat(rows).as("one relation").containsEntry(2, 1);
            assertThat(database.queryText("SELECT id FROM accounts_user_leftover"))
                    .isEqualTo("1");
        }
    }

    @EachServer({"14.22", "18.6"})
    void invalid_index(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String create = "CREATE UNIQUE INDEX CONCURRENTLY accounts_user_email ON accounts_user (lower(email))";
            database.execute(
                    "CREATE TABLE accounts_user (id int, email text)",
                    "INSERT INTO accounts_user VALUES (1, 'A@example.org'), (2, 'a@example.org'), (3, NULL), (4, NULL)");
            assertThatThrownBy(() -> database.execute(create)).hasMessageContaining("23505");

            Map<Integer, Integer> rows = run(
                    FindingCode.INVALID_INDEX,
                    database,
                    // somebody has decided which row may stay
                    Map.of("DROP INDEX", "DELETE FROM accounts_user WHERE id = 2; DROP INDEX"));

            assertThat(rows).as("one index, and one value").containsEntry(2, 1).containsEntry(3, 1);
            assertThat(found(database)).isEmpty();
        }
    }

    @EachServer({"14.22", "18.6"})
    void pending_detach(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE people (id int) PARTITION BY LIST (id)",
                    "CREATE TABLE accounts_user PARTITION OF people FOR VALUES IN (1)",
                    "INSERT INTO people VALUES (1)");
            try (Connection reader = database.connect()) {
                reader.setAutoCommit(false);
                begin(reader, "SELECT * FROM people");
                assertThatThrownBy(() -> database.execute(
                                "SET lock_timeout = '50ms'",
                                "ALTER TABLE people DETACH PARTITION accounts_user CONCURRENTLY"))
                        .hasMessageContaining("55P03");
            }

            Map<Integer, Integer> rows = run(FindingCode.PENDING_DETACH, database, Map.of());

            assertThat(rows).as("one partition").containsEntry(3, 1);
            assertThat(found(database)).isEmpty();
            assertThat(database.queryText("SELECT id FROM people")).isEqualTo("1");
        }
    }

    @EachServer({"14.22", "18.6"})
    void uncommitted_creation(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect()) {
            other.setAutoCommit(false);
            String pid = begin(other, "CREATE TABLE accounts_user (id int)");

            Map<Integer, Integer> rows =
                    run(FindingCode.UNCOMMITTED_CREATION, database, Map.of("(PID)", "(" + pid + ")"));

            assertThat(rows).as("one session").containsEntry(1, 1);
            assertThat(other.isValid(0)).as("that session").isFalse();
        }
    }

    @EachServer({"14.22", "18.6"})
    void prepared_creation(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect()) {
            other.setAutoCommit(false);
            begin(other, "CREATE TABLE accounts_user (id int); PREPARE TRANSACTION 'left-behind'");

            Map<Integer, Integer> rows = run(FindingCode.PREPARED_CREATION, database, Map.of());

            assertThat(rows).as("one transaction").containsEntry(1, 1).containsEntry(2, 1);
            database.execute("CREATE TABLE accounts_user (id int)");
        }
    }

    @EachServer(sample = 1)
    void unfinished_migration(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect()) {
            database.execute(
                    "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                    "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");

            Map<Integer, Integer> rows = run(FindingCode.UNFINISHED_MIGRATION, database, Map.of());

            assertThat(rows).as("one row and one session").containsEntry(0, 1).containsEntry(1, 1);
            assertThat(other.isValid(0)).as("that session").isTrue();
            assertThat(found(database)).isEmpty();
        }
    }

    @EachServer({"14.22", "18.6"})
    void orphan_row_type(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE accounts_user (id int PRIMARY KEY, email text NOT NULL UNIQUE, CHECK (id > 0))",
                    "INSERT INTO accounts_user VALUES (1, 'a@example.org')",
                    "VACUUM FULL accounts_user",
                    "DELETE FROM pg_class WHERE oid = 'accounts_user'::regclass",
                    "CHECKPOINT");

            Map<Integer, Integer> rows = run(FindingCode.ORPHAN_ROW_TYPE, database, Map.of());

            assertThat(rows).as("one row type and one file").containsEntry(2, 1).containsEntry(3, 1);
        }
    }

    @EachServer({"14.22", "18.6"})
    void orphan_array_type(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                    "CREATE TABLE diary (day int, one mood, all_day mood[])",
                    "INSERT INTO diary VALUES (1, 'ok', '{sad,ok}')",
                    "DELETE FROM pg_type WHERE typname = 'mood'");

            Map<Integer, Integer> rows = run(FindingCode.ORPHAN_ARRAY_TYPE, database, Map.of());

            assertThat(rows).as("one array type").containsEntry(2, 1);
            assertThat(database.queryText("SELECT diary FROM diary")).isEqualTo("(1,ok,\"{sad,ok}\")");
            assertThat(found(database)).isEmpty();
            database.execute("DROP TABLE diary", "DROP TYPE mood");
        }
    }

    @EachServer({"14.22", "18.6"})
    void relation_without_type(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE accounts_user (id int PRIMARY KEY, email text)",
                    "INSERT INTO accounts_user VALUES (1, 'a@example.org')",
                    "DELETE FROM pg_type WHERE typname = 'accounts_user'");

            Map<Integer, Integer> rows = run(FindingCode.RELATION_WITHOUT_TYPE, database, Map.of());

            assertThat(rows).as("one relation").containsEntry(3, 1);
            assertThat(found(database)).isEmpty();
            database.execute("ALTER TABLE accounts_user RENAME TO again", "DROP TABLE again");
            database.execute("CREATE TABLE accounts_user (id int)");
        }
    }

    @EachServer({"14.22", "18.6"})
    void damaged_index(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String index = "WHERE indexrelid = 'pg_type_typname_nsp_index'::regclass";
            database.execute(
                    "CREATE TYPE known AS ENUM ('admin')",
                    "CREATE TABLE orders (status known)",
                    "UPDATE pg_index SET indisready = false " + index,
                    "ALTER TYPE known RENAME TO accounts_user",
                    "UPDATE pg_index SET indisready = true " + index);

            Map<Integer, Integer> rows = run(
                    FindingCode.DAMAGED_INDEX,
                    database,
                    // in between a migration made the second one
                    Map.of("CREATE EXTENSION", "CREATE TYPE accounts_user AS ENUM ('guest'); CREATE EXTENSION"));

            assertThat(rows).as("the type and its array, twice").containsEntry(3, 2);
            assertThat(rows).as("the column that uses the first").containsEntry(8, 1);
            assertThat(found(database)).isEmpty();
            database.execute("INSERT INTO orders VALUES ('admin')", "DROP TYPE accounts_user_second");
        }
    }

    /** Runs all statements of a page; gives the number of rows of each block's last statement, by the block's place. */
    private static Map<Integer, Integer> run(FindingCode code, TestDatabase database, Map<String, String> blanks)
            throws SQLException {
        assertThat(found(database, "accounts_user")).as("the situation").contains(code);
        List<Block> blocks = Documentation.page(code).blocks("sql");
        Map<Integer, Integer> rows = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String text = block.text();
            for (Map.Entry<String, String> blank : blanks.entrySet()) {
                text = text.replace(blank.getKey(), blank.getValue());
            }
            int session = 0;
            try (Connection connection = database.connect()) {
                session = connection.unwrap(PGConnection.class).getBackendPID();
                rows.put(i, execute(connection, text));
                assertThat(block.info()).as("what did not fail: %s", block).isEqualTo("sql");
            } catch (SQLException e) {
                assertThat("sql raises=" + e.getSQLState())
                        .as("%s in %s", e.getMessage(), block)
                        .isEqualTo(block.info());
            }
            String gone = "pid = " + session;
            Wait.until("nobody sees that session", () -> database.sessions(gone) == 0);
        }
        return rows;
    }

    private static List<FindingCode> found(TestDatabase database, String... claimed) {
        CleanupReport report = StaleTypes.in(database.dataSource())
                .claiming(claimed)
                .strictly()
                .check();
        return report.results().stream().map(result -> result.finding().code()).toList();
    }

    /** Each statement by itself, as when it is pasted into psql; the number of rows of the last one. */
    private static int execute(Connection connection, String text) throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (NativeQuery query : Parser.parseJdbcSql(text, true, false, true, false, false)) {
                rows = 0;
                if (statement.execute(query.nativeSql)) {
                    while (statement.getResultSet().next()) {
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private static String begin(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return Integer.toString(connection.unwrap(PGConnection.class).getBackendPID());
    }
}
