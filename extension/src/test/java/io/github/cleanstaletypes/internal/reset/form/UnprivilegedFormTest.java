package io.github.cleanstaletypes.internal.reset.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a role that is no superuser cannot carry over is told before anything is done, and all else is carried over. */
class UnprivilegedFormTest {

    private static final String SECRET = "hunter2";

    @EachServer
    void is_told_what_the_owner_of_a_database_cannot_carry_over(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String name = database.name();
            String app = database.createRole();
            String middle = database.createRole();
            database.execute(
                    "ALTER ROLE " + app + " CREATEDB",
                    "ALTER DATABASE " + name + " OWNER TO " + app,
                    "REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC",
                    "GRANT CREATE ON DATABASE " + name + " TO " + middle + " WITH GRANT OPTION",
                    "SET ROLE " + middle,
                    "GRANT CREATE ON DATABASE " + name + " TO PUBLIC",
                    "RESET ROLE",
                    "CREATE SCHEMA ours AUTHORIZATION " + app,
                    "CREATE SCHEMA theirs AUTHORIZATION " + middle,
                    "CREATE SCHEMA content AUTHORIZATION " + app,
                    "CREATE EXTENSION hstore SCHEMA ours",
                    "CREATE EXTENSION pageinspect SCHEMA ours",
                    "CREATE EXTENSION citext SCHEMA theirs",
                    "SET ROLE " + app,
                    "CREATE EXTENSION pgcrypto SCHEMA ours",
                    "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA content GRANT SELECT ON TABLES TO PUBLIC",
                    "RESET ROLE",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE " + middle + " GRANT SELECT ON TABLES TO PUBLIC",
                    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                    "ALTER DATABASE " + name + " SET work_mem TO '7MB'",
                    "ALTER DATABASE " + name + " SET log_statement TO 'all'",
                    "ALTER DATABASE " + name + " SET my.secret TO '" + SECRET + "'",
                    "ALTER ROLE " + app + " IN DATABASE " + name + " SET work_mem TO '8MB'",
                    "ALTER ROLE " + middle + " IN DATABASE " + name + " SET work_mem TO '9MB'",
                    "COMMENT ON DATABASE " + name + " IS 'carried over'",
                    "INSERT INTO pg_shseclabel SELECT oid, 'pg_database'::regclass, 'guard', 'secret' FROM pg_database"
                            + " WHERE datname = '" + name + "'");

            RenewedForm renewed = RenewedForm.of(database, app);

            List<String> told = new ArrayList<>(List.of(
                    "CREATE on the database of everybody, given by " + middle,
                    "default privileges of " + app + " on tables in schema content",
                    "default privileges of " + middle + " on tables",
                    "extension citext",
                    "extension pageinspect",
                    "owner of extension hstore",
                    "schema theirs",
                    "security label of guard",
                    "setting log_statement",
                    "setting my.secret",
                    "setting work_mem of " + middle));
            if (server.version().startsWith("14.")) {
                told.add("schema public");
            }
            assertThat(renewed.refusals()).extracting(FormRefusal::what).containsExactlyInAnyOrderElementsOf(told);
            assertThat(renewed.refusals()).extracting(FormRefusal::kind).containsOnly(FormRefusal.Kind.LISTED);
            assertThat(renewed.refusals().toString() + renewed.before().settings())
                    .doesNotContain(SECRET);
            assertThat(renewed.differences()).isEmpty();
            assertThat(renewed.newRows())
                    .contains("comment carried over")
                    .containsAll(renewed.oldRows().stream()
                            .filter(row -> row.matches("(?s)(database|extension (hstore|pgcrypto) .*pgcrypto|.*MB).*"))
                            .filter(row -> !row.contains("my.secret") && !row.contains("9MB"))
                            .toList());
        }
    }
}
