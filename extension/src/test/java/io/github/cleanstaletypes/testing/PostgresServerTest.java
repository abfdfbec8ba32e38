package io.github.cleanstaletypes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    @EachServer
    void is_of_the_version_that_was_asked_for(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            assertThat(database.queryText("SELECT version()")).startsWith("PostgreSQL " + server.version() + " ");
        }
    }

    /** A view takes a lock on the type of its column only on servers that lock types. */
    @EachServer
    void locks_types_if_it_is_said_to(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection session = database.connect();
                Statement statement = session.createStatement()) {
            statement.execute("CREATE TYPE mood AS ENUM ()");
            session.setAutoCommit(false);
            statement.execute("CREATE VIEW moods AS SELECT NULL::mood");
            ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid()"
                    + " AND classid = 'pg_type'::regclass AND objid = 'mood'::regtype::oid)");
            row.next();
            assertThat(row.getBoolean(1)).isEqualTo(server.locksTypes());
            session.rollback();
        }
    }

    @Test
    void drops_a_database_that_is_in_use() throws SQLException {
        PostgresServer server = PostgresServer.of("14.22");
        TestDatabase database = server.createDatabase();
        String role = database.createRole();
        try (Connection session = database.connect(role)) {
            assertThat(session.isValid(0)).isTrue();
            database.execute("BEGIN; CREATE TABLE t (); PREPARE TRANSACTION 'orphan of a migration'");
            database.close();
        }
        try (TestDatabase other = server.createDatabase()) {
            assertThat(other.queryTexts("SELECT datname FROM pg_database")).doesNotContain(database.name());
            assertThat(other.queryTexts("SELECT rolname FROM pg_roles")).doesNotContain(role);
            assertThat(other.queryTexts("SELECT gid FROM pg_prepared_xacts")).isEmpty();
        }
    }
}
