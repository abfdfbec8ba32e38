package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The page about salvage brings back a table as people have them: data, keys both ways, indexes, sequence, trigger, view. */
class SalvageTest {

    private static final String[] SHOP = {
        "CREATE TABLE customers (id serial PRIMARY KEY, name text NOT NULL UNIQUE)",
        "INSERT INTO customers (name) SELECT 'customer ' || g FROM generate_series(1, 20) g",
        "CREATE TYPE state AS ENUM ('new', 'active')",
        "CREATE TABLE accounts_user (id serial PRIMARY KEY, customer int NOT NULL REFERENCES customers ON DELETE CASCADE,"
                + " email text NOT NULL UNIQUE, state state DEFAULT 'new', tags text[], note text, gone int,"
                + " created timestamptz NOT NULL DEFAULT now(), CHECK (email LIKE '%@%'))",
        "CREATE INDEX accounts_user_lower ON accounts_user (lower(email)) WHERE state = 'active'",
        "CREATE TABLE orders (id serial PRIMARY KEY, account int NOT NULL REFERENCES accounts_user, total numeric)",
        "CREATE TABLE audit (account int, at timestamptz)",
        "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO audit VALUES (NEW.id, now()); RETURN NEW; END'",
        "CREATE TRIGGER audited AFTER INSERT ON accounts_user FOR EACH ROW EXECUTE FUNCTION audit()",
        "CREATE VIEW active AS SELECT id, email FROM accounts_user WHERE state = 'active'",
        "INSERT INTO accounts_user (customer, email, state, tags, note) SELECT g % 20 + 1, 'u' || g || '@example.org',"
                + " (ARRAY['new', 'active'])[g % 2 + 1]::state, ARRAY['a', g::text], repeat(md5(g::text), 300 * (g % 3))"
                + " FROM generate_series(1, 500) g",
        "ALTER TABLE accounts_user DROP COLUMN gone",
        "ALTER TABLE accounts_user ADD COLUMN points int NOT NULL DEFAULT 7",
        "UPDATE accounts_user SET points = id WHERE id % 7 = 0",
        "DELETE FROM accounts_user WHERE id % 50 = 0",
        "INSERT INTO orders (account, total) SELECT id, id * 1.5 FROM accounts_user WHERE id % 3 = 0"
    };
    private static final String CONTENTS =
            "SELECT md5(string_agg(u::text, ',' ORDER BY id)) || ' ' || count(*) FROM accounts_user u";
    private static final String SHAPE =
            "SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '"
                    + " || coalesce(pg_get_expr(adbin, adrelid), '') FROM pg_attribute"
                    + " LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
                    + " WHERE attrelid = 'accounts_user'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum";

    @EachServer({"14.22", "18.6"})
    void brings_the_table_back_with_all_that_hangs_on_it(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(SHOP);
            String contents = database.queryText(CONTENTS);
            List<String> shape = database.queryTexts(SHAPE);
            database.execute("CHECKPOINT", "DELETE FROM pg_class WHERE oid = 'accounts_user'::regclass");
            assertThat(found(database)).contains(FindingCode.ORPHAN_ROW_TYPE);
            assertThat(stateOf(database, "SELECT FROM accounts_user")).isEqualTo("42P01");

            List<List<String>> results = runPage(database);

            assertThat(results.get(0))
                    .as("indexes, constraints, sequence")
                    .contains("index", "constraint", "is referenced by", "sequence");
            assertThat(results.get(2)).containsExactly("490");
            assertThat(results.get(3)).as("corruption").isEmpty();
            assertThat(results.get(4)).as("indexes that agree").hasSize(3);
            assertThat(found(database)).isEmpty();
            assertThat(database.queryText(CONTENTS)).isEqualTo(contents);
            assertThat(database.queryTexts(SHAPE)).isEqualTo(shape);
            keysHold(database);
            worksOn(database);
        }
    }

    private static void keysHold(TestDatabase database) throws SQLException {
        assertThat(stateOf(database, "INSERT INTO accounts_user (customer, email) VALUES (1, 'u1@example.org')"))
                .as("unique")
                .isEqualTo("23505");
        assertThat(stateOf(database, "INSERT INTO accounts_user (customer, email) VALUES (99, 'x@example.org')"))
                .as("foreign key out")
                .isEqualTo("23503");
        assertThat(stateOf(database, "INSERT INTO orders (account) VALUES (9999)"))
                .as("foreign key in")
                .isEqualTo("23503");
        assertThat(stateOf(database, "DELETE FROM accounts_user WHERE id = 3"))
                .as("what is referenced stays")
                .isEqualTo("23503");
        assertThat(stateOf(database, "INSERT INTO accounts_user (customer, email) VALUES (1, 'nothing')"))
                .as("check")
                .isEqualTo("23514");
    }

    private static void worksOn(TestDatabase database) {
        String last = database.queryText("SELECT max(id) FROM accounts_user");
        database.execute("INSERT INTO accounts_user (customer, email) VALUES (1, 'new@example.org')");
        assertThat(Integer.parseInt(database.queryText("SELECT max(id) FROM accounts_user")))
                .as("the sequence goes on")
                .isGreaterThan(Integer.parseInt(last));
        assertThat(database.queryText("SELECT count(*) FROM audit WHERE account = (SELECT max(id) FROM accounts_user)"))
                .as("the trigger")
                .isEqualTo("1");
        assertThat(database.queryText("SELECT count(*) FROM active")).isEqualTo("250");
        database.execute(
                "DELETE FROM orders",
                "DELETE FROM customers WHERE id = 1",
                "VACUUM (FULL, ANALYZE) accounts_user",
                "ALTER TABLE accounts_user RENAME TO accounts",
                "DROP TABLE accounts, orders, customers CASCADE",
                "CREATE TABLE accounts_user (id serial PRIMARY KEY)");
    }

    /** Runs each block; gives the first column of each one's last result. */
    private static List<List<String>> runPage(TestDatabase database) throws SQLException {
        List<List<String>> results = new ArrayList<>();
        for (Markdown.Block block : Documentation.salvagePage().blocks("sql")) {
            results.add(Statements.firstColumn(database.dataSource(), block.text()));
        }
        return results;
    }

    private static List<FindingCode> found(TestDatabase database) {
        return StaleTypes.in(database.dataSource()).check().results().stream()
                .map(result -> result.finding().code())
                .toList();
    }

    private static String stateOf(TestDatabase database, String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "00000";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
