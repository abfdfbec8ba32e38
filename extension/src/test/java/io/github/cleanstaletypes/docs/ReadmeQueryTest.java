package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The README's query tells readers who have psql and nothing else what is in the way. */
class ReadmeQueryTest {

    private static final String QUERY =
            BlockCheck.QUERY.in(Documentation.readme()).get(0).text();

    @EachServer(sample = 1)
    void nothing_is_in_the_way(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE another AS ENUM ('a')");
            assertThat(inTheWay(database)).isEmpty();
        }
    }

    @EachServer(sample = 1)
    void a_type(PostgresServer server) throws SQLException {
        for (String definition : List.of("AS ENUM ('a')", "AS (a int)", "AS RANGE (subtype = float8)")) {
            try (TestDatabase database = server.createDatabase()) {
                database.execute("CREATE TYPE accounts_user " + definition);
                assertThat(inTheWay(database)).containsExactly("a type");
            }
        }
    }

    @EachServer(sample = 1)
    void a_relation(PostgresServer server) throws SQLException {
        for (String creation :
                List.of("TABLE accounts_user (id int)", "SEQUENCE accounts_user", "VIEW accounts_user AS SELECT 1")) {
            try (TestDatabase database = server.createDatabase()) {
                database.execute("CREATE " + creation);
                assertThat(inTheWay(database)).containsExactly("a table, view, sequence or index");
            }
        }
    }

    @EachServer(sample = 1)
    void a_row_type_whose_table_is_lost(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE accounts_user (id int)",
                    "DELETE FROM pg_class WHERE oid = 'accounts_user'::regclass");
            assertThat(inTheWay(database)).containsExactly("a type");
        }
    }

    @EachServer(sample = 1)
    void a_session(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("CREATE TABLE accounts_user (id serial PRIMARY KEY)");
            assertThat(inTheWay(database)).containsExactly("a session that is creating something");
        }
    }

    @EachServer(sample = 1)
    void a_prepared_transaction(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("CREATE TABLE accounts_user (id int); PREPARE TRANSACTION 'left-behind'");
            assertThat(inTheWay(database)).containsExactly("a prepared transaction");
            database.execute("ROLLBACK PREPARED 'left-behind'");
        }
    }

    private static List<String> inTheWay(TestDatabase database) throws SQLException {
        return Statements.firstColumn(database.dataSource(), QUERY);
    }
}
