package io.github.cleanstaletypes.internal.reset.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.HostileSchema;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What each new database has, and the old one has not, is not there afterwards either; and nobody comes in between. */
class UnusualFormTest {

    @EachServer(sample = 1)
    void has_no_public_schema_and_no_language_if_there_were_none(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            // the script of cube uses the language, and nothing that it makes does
            database.execute(
                    "CREATE SCHEMA ext",
                    "CREATE EXTENSION cube SCHEMA ext",
                    "DROP SCHEMA public",
                    "DROP EXTENSION plpgsql");
            assertCarried(RenewedForm.of(database, PostgresServer.SUPERUSER));
        }
    }

    @EachServer
    void has_the_schema_that_was_made_anew_by_the_owner(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String app = database.createRole();
            database.execute(
                    "ALTER ROLE " + app + " CREATEDB",
                    "ALTER DATABASE " + database.name() + " OWNER TO " + app,
                    "DROP SCHEMA public",
                    "SET ROLE " + app,
                    "CREATE SCHEMA public",
                    "CREATE EXTENSION hstore",
                    "RESET ROLE",
                    "ALTER EXTENSION plpgsql UPDATE TO '1.0'",
                    "COMMENT ON EXTENSION plpgsql IS 'ours'");
            assertCarried(RenewedForm.of(database, PostgresServer.SUPERUSER));
            List<String> listed = RenewedForm.of(database, app).refusals().stream()
                    .map(FormRefusal::what)
                    .toList();
            // before 15 the schema of a new database is a superuser's
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            server.version().startsWith("14.")
                                    ? List.of("schema public", "extension plpgsql")
                                    : List.of("extension plpgsql"));
        }
    }

    @EachServer(sample = 1)
    void is_refused_without_the_version_of_an_extension_and_the_right_to_a_tablespace(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection maintenance = server.superuser().getConnection()) {
            String app = database.createRole();
            database.execute(
                    "CREATE EXTENSION hstore",
                    "CREATE EXTENSION citext",
                    "UPDATE pg_extension SET extversion = '0.1' WHERE extname = 'hstore'",
                    // as if its files were gone
                    "UPDATE pg_extension SET extname = 'no_such_thing' WHERE extname = 'citext'");
            try (Connection inside = database.connect();
                    Connection itsOwn = database.connect(app);
                    Connection fromElsewhere = RenewedForm.connect(server, "postgres", app)) {
                assertThat(FormRefusals.of(FormReader.read(maintenance, inside, database.name())))
                        .allSatisfy(refusal -> assertThat(refusal.kind()).isEqualTo(FormRefusal.Kind.REFUSED))
                        .extracting(FormRefusal::what)
                        .containsExactly("extension hstore", "extension no_such_thing");
                assertThat(FormRefusals.of(FormReader.read(fromElsewhere, itsOwn, database.name())))
                        .anySatisfy(refusal -> assertThat(refusal.what() + ": " + refusal.why())
                                .startsWith("owner: " + app + " cannot make a database for postgres"));
            }
        }
    }

    @EachServer(sample = 1)
    void is_in_the_same_tablespace_or_refused_without_the_right_to_it(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection maintenance = server.superuser().getConnection();
                var statement = maintenance.createStatement()) {
            String app = database.createRole();
            String name = database.name() + " elsewhere";
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE \"" + name + "\" LOCATION ''");
            try {
                statement.execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0 OWNER " + app + " TABLESPACE \""
                        + name + "\"");
                assertCarried(RenewedForm.of(server, name, PostgresServer.SUPERUSER));
                try (Connection inside = RenewedForm.connect(server, name, app);
                        Connection fromElsewhere = RenewedForm.connect(server, "postgres", app)) {
                    assertThat(FormRefusals.of(FormReader.read(fromElsewhere, inside, name)))
                            .singleElement()
                            .satisfies(refusal -> {
                                assertThat(refusal.kind()).isEqualTo(FormRefusal.Kind.REFUSED);
                                assertThat(refusal.what() + refusal.why()).contains("tablespace", name);
                            });
                }
            } finally {
                statement.execute("DROP DATABASE IF EXISTS \"" + name + "\"");
                statement.execute("DROP TABLESPACE \"" + name + "\"");
            }
        }
    }

    @EachServer(
            value = {"16.15", "18.6"},
            sample = 1)
    void is_refused_to_a_member_who_may_not_set_the_owners_role(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String owner = database.createRole();
            String app = database.createRole();
            database.execute(
                    "ALTER DATABASE " + database.name() + " OWNER TO " + owner,
                    "GRANT " + owner + " TO " + app + " WITH INHERIT TRUE, SET FALSE");
            try (Connection inside = database.connect(app);
                    Connection maintenance = RenewedForm.connect(server, "postgres", app)) {
                assertThat(FormRefusals.of(FormReader.read(maintenance, inside, database.name())))
                        .anySatisfy(refusal -> assertThat(refusal.kind() + " " + refusal.what())
                                .isEqualTo("REFUSED owner"));
            }
        }
    }

    @EachServer
    void lets_nobody_in_before_it_is_what_it_should_be(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection maintenance = server.superuser().getConnection();
                var statement = maintenance.createStatement()) {
            String name = database.name();
            String stranger = database.createRole();
            database.execute("GRANT CREATE ON DATABASE " + name + " TO " + stranger);
            DatabaseForm form;
            try (Connection inside = database.connect()) {
                form = FormReader.read(maintenance, inside, name);
            }
            String newName = name + "_new";
            try {
                FormCopy.create(maintenance, newName, form);
                assertThat(states(server, newName, stranger)).isEqualTo("53300");
                FormCopy.settle(maintenance, newName, form);
                assertThat(states(server, newName, stranger)).isEmpty();
            } finally {
                statement.execute("DROP DATABASE IF EXISTS " + newName + " WITH (FORCE)");
            }
        }
    }

    @EachServer(sample = 1)
    void calls_nothing_that_stands_before_the_servers_own(PostgresServer server) throws SQLException, IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE EXTENSION hstore", "ALTER DATABASE " + database.name() + " SET work_mem = '7MB'");
            HostileSchema hostile = HostileSchema.in(database);
            assertThat(RenewedForm.of(database, PostgresServer.SUPERUSER).differences())
                    .isEmpty();
            try (TestDatabase other = server.createDatabase()) {
                other.execute(
                        "CREATE EXTENSION hstore",
                        "ALTER DATABASE " + other.name() + " SET search_path = ''",
                        "ALTER DATABASE " + other.name() + " SET work_mem = '7MB'",
                        "GRANT CREATE ON DATABASE " + other.name() + " TO PUBLIC");
                assertThat(RenewedForm.of(server, database.name(), other.name(), PostgresServer.SUPERUSER)
                                .differences())
                        .isEmpty();
            }
            assertThat(hostile.called()).isEmpty();
        }
    }

    private static void assertCarried(RenewedForm renewed) {
        assertThat(renewed.newRows()).isEqualTo(renewed.oldRows());
        assertThat(renewed.differences()).isEmpty();
        assertThat(renewed.refusals()).isEmpty();
    }

    /** The SQLSTATE that this role gets, or an empty text if it is let in. */
    private static String states(PostgresServer server, String database, String role) {
        try (Connection connection = RenewedForm.connect(server, database, role)) {
            return connection.isValid(5) ? "" : "not valid";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
