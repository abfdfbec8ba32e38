package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each command does and says for a role that has every right but one of those that the page on rights lists. */
class RightsTest {

    private static final String CLEAN = "clean --type app.mood";

    /** A right, how to take it away, and what follows. */
    enum Lacking {
        NOTHING("", CLEAN, 0, "Successfully removed stale 'app.mood' type"),
        CONNECT(
                "REVOKE CONNECT ON DATABASE {database} FROM PUBLIC",
                "check",
                3,
                "no privilege to connect to the database"),
        USAGE_ON_THE_SCHEMA("REVOKE USAGE ON SCHEMA app FROM {role}", CLEAN, 3, "permission denied for schema app"),
        USAGE_ON_THE_SCHEMA_TO_LOOK(
                "REVOKE USAGE ON SCHEMA app FROM {role}", "check --type app.mood", 1, "UNUSED_TYPE app.mood"),
        OWNERSHIP("ALTER TYPE app.mood OWNER TO postgres", CLEAN, 3, "only its owner \"postgres\""),
        OWNERSHIP_OF_THE_TYPE_BUT_NOT_OF_ITS_SCHEMA(
                "ALTER TYPE app.mood OWNER TO postgres;; ALTER SCHEMA app OWNER TO {role}",
                CLEAN,
                0,
                "Successfully removed stale 'app.mood' type"),
        TEMPORARY("REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC", CLEAN, 0, "It is renamed, not dropped"),
        CREATE_ON_THE_SCHEMA(
                "REVOKE CREATE ON SCHEMA app FROM {role}",
                "clean --probe --type app.other",
                0,
                "not probed, this role may not create in that schema"),
        READING_OTHERS_STATES("REVOKE pg_read_all_stats FROM {role}", "check", 0, "query not visible to this role"),
        READING_OTHERS_STATES_TO_END_THEM(
                "REVOKE pg_read_all_stats FROM {role}",
                "clean --creators-wait 0 --terminate-idle-after 1s",
                0,
                "Not ended, because whether it is idle is not visible to this role."),
        SIGNALLING(
                "REVOKE pg_signal_backend FROM {role}",
                "clean --type app.mood --creators-wait 3s --terminate-idle-after 1s",
                3,
                "Left as it is, because this role may not change it"),
        EXECUTE_ON_AMCHECK(
                "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA looks FROM {role}", "check -v", 0, "verify_heapam"),
        USAGE_ON_AMCHECKS_SCHEMA("REVOKE USAGE ON SCHEMA looks FROM {role}", "check -v", 0, "verify_heapam"),
        UPDATE_ON_THE_LOCK_ROW(
                "CREATE TABLE app.knex_migrations_lock (index int, is_locked int);;"
                        + " INSERT INTO app.knex_migrations_lock VALUES (1, 1);;"
                        + " GRANT SELECT ON app.knex_migrations_lock TO {role}",
                "clean --free-locks",
                3,
                "this role may not change the rows of that table"),
        SELECT_ON_THE_HISTORY(
                "REVOKE SELECT ON app.history FROM {role}",
                "check -v --migrations {migrations}",
                0,
                "schema history app.history: this role may not read it"),
        CONNECT_ON_ANOTHER_DATABASE(
                "REVOKE CONNECT ON DATABASE {other} FROM PUBLIC",
                "check --all-databases",
                3,
                "no privilege to connect to the database"),
        OWN_PREPARED_TRANSACTION(
                "BEGIN; CREATE TABLE app.t (); PREPARE TRANSACTION '{database}'",
                "clean --creators-wait 0 --rollback-prepared {database}",
                3,
                "this role may not change it"),
        PEACE_FROM_EVENT_TRIGGERS(
                "CREATE FUNCTION app.audit() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); END $$;;"
                        + " CREATE EVENT TRIGGER \"Audit\" ON sql_drop EXECUTE FUNCTION app.audit()",
                CLEAN,
                1,
                "an event trigger raised an error: ERROR: relation \"log\" does not exist (42P01). Ask the owner of \"Audit\" (of postgres)"),
        PEACE_FROM_EVENT_TRIGGERS_WHEN_IT_RENAMES(
                "REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC;;"
                        + "CREATE FUNCTION app.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$;;"
                        + "CREATE EVENT TRIGGER refuse ON ddl_command_start WHEN TAG IN ('ALTER TYPE') EXECUTE FUNCTION app.refuse()",
                CLEAN,
                1,
                "an event trigger raised an error: ERROR: not now (P0001). Ask the owner of refuse (of postgres)");

        private final List<String> statements;
        private final String command;
        private final int exitCode;
        private final String says;
        private final boolean session;

        /**
         * @param statement takes the right away; two are parted by {@code ;;}
         * @param command what is run
         * @param exitCode what it exits with
         * @param says what it says
         */
        Lacking(String statement, String command, int exitCode, String says) {
            this.statements = statement.isEmpty()
                    ? List.of()
                    : Arrays.stream(statement.split(";;")).toList();
            this.session = says.contains("visible to this role") || name().equals("SIGNALLING");
            this.command = command;
            this.exitCode = exitCode;
            this.says = says;
        }
    }

    @TempDir
    private Path migrations;

    @ParameterizedTest
    @EnumSource
    void a_role_that_lacks_one_right_is_told_so(Lacking lacking) throws SQLException, IOException {
        Files.writeString(migrations.resolve("V1__app.sql"), "CREATE TYPE app.mood AS ENUM ('a');");
        PostgresServer server = PostgresServer.of("18.6");
        try (TestDatabase database = server.createDatabase();
                TestDatabase other = server.createDatabase()) {
            String role = database.createRole();
            String stranger = database.createRole();
            database.execute(everyRight(role, stranger));
            try (Connection session = database.connect(stranger);
                    Statement statement = session.createStatement()) {
                if (lacking.session) {
                    session.setAutoCommit(false);
                    statement.execute("CREATE TABLE app.in_flight ()");
                }
                for (String sql : lacking.statements) {
                    database.execute(filled(sql, database, other, role));
                }
                Outcome outcome = CommandRun.on(database)
                        .with("DATABASE_URL", CommandRun.url(database, role))
                        .run(filled(lacking.command, database, other, role).split(" "));

                assertThat(outcome.everything()).contains(filled(lacking.says, database, other, role));
                assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(lacking.exitCode);
            }
        }
    }

    private static String[] everyRight(String role, String stranger) {
        return new String[] {
            "CREATE SCHEMA looks",
            "CREATE EXTENSION amcheck SCHEMA looks",
            "CREATE SCHEMA app",
            "CREATE TYPE app.mood AS ENUM ('a')",
            "ALTER TYPE app.mood OWNER TO " + role,
            "CREATE TABLE app.history (installed_rank int, version text, description text, type text, script text,"
                    + " checksum int, installed_on timestamp, success bool)",
            "GRANT USAGE ON SCHEMA looks TO " + role,
            "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA looks TO " + role,
            "GRANT USAGE, CREATE ON SCHEMA app TO " + role + ", " + stranger,
            "GRANT SELECT ON app.history TO " + role,
            "GRANT pg_read_all_stats, pg_signal_backend TO " + role
        };
    }

    private String filled(String text, TestDatabase database, TestDatabase other, String role) {
        return text.replace("{database}", database.name())
                .replace("{other}", other.name())
                .replace("{role}", role)
                .replace("{migrations}", migrations.toString());
    }
}
