package io.github.cleanstaletypes.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.JsonContract;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody knows what is pending, or cannot read all of it, the database is not called clean; it is said instead, and why. */
class UnjudgedMigrationsTest {

    private static final String CLEAN = "✅ No stale types found. Database is clean.";
    private static final String FLYWAY = "schema history public.flyway_schema_history: ";
    private static final String DOES_NOT_TELL = ", so it does not tell which migrations are pending";
    private static final String MOOD = "CREATE TYPE mood AS ENUM ();";

    private static TestDatabase database;

    @TempDir
    private Path directory;

    private CommandRun commandLine;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void begin() {
        commandLine = CommandRun.on(database).with("CLEAN_STALE_TYPES_MIGRATIONS", directory.toString());
        database.execute(
                "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "GRANT USAGE ON SCHEMA public TO public");
    }

    @Test
    void a_history_that_may_not_be_read_or_is_not_to_be_trusted_tells_nothing() throws IOException {
        script("V1__mood.sql", MOOD);
        assertThat(commandLine.run("check").lines()).as("no history").contains(CLEAN);
        String role = database.createRole();
        history("1", "mood");
        assertThat(commandLine.run("check").lines()).contains(CLEAN);
        CommandRun low = commandLine.with("DATABASE_URL", CommandRun.url(database, role));
        assertNotJudged(low, FLYWAY + "this role may not read it" + DOES_NOT_TELL);
        database.execute("GRANT SELECT ON flyway_schema_history TO public");
        assertThat(low.run("check").lines()).contains(CLEAN);

        database.execute("ALTER TABLE flyway_schema_history OWNER TO " + role);
        assertNotJudged(
                commandLine,
                FLYWAY + "its owner " + role
                        + " is neither this role, nor one that it is a member of, nor the database's"
                        + " owner, nor a superuser" + DOES_NOT_TELL);
        database.execute(
                "ALTER TABLE flyway_schema_history OWNER TO postgres",
                "ALTER TABLE flyway_schema_history ENABLE ROW LEVEL SECURITY");
        assertThat(notJudged(commandLine)).startsWith(FLYWAY).endsWith(DOES_NOT_TELL);

        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        history("77", "other");
        assertNotJudged(
                commandLine, "pending migrations: no schema history of this database knows one of " + directory);
    }

    @Test
    void anybodys_history_does_not_make_those_unknown_that_another_one_knows() throws IOException {
        script("V1__mood.sql", MOOD);
        history("1", "mood");
        String role = database.createRole();
        database.execute("CREATE SCHEMA forged AUTHORIZATION " + role);
        database.execute("CREATE TABLE forged.flyway_schema_history (LIKE flyway_schema_history)");
        database.execute("ALTER TABLE forged.flyway_schema_history OWNER TO " + role);
        try {
            Outcome outcome = commandLine.run("check", "--strict", "-v");
            assertThat(outcome.lines()).contains(CLEAN);
            assertThat(outcome.out())
                    .contains("Not looked at: schema history forged.flyway_schema_history: its owner ");
            assertThat(outcome.exitCode()).isZero();
        } finally {
            database.execute("DROP SCHEMA forged CASCADE");
        }
    }

    @Test
    void a_migration_at_this_moment_is_told() throws IOException, SQLException {
        script("V1__mood.sql", MOOD);
        history("1", "mood");
        try (Connection flyway = database.connect();
                Statement statement = flyway.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_lock(" + SchemaHistory.lockKey("public", "flyway_schema_history") + ")");
            String why = notJudged(commandLine);
            assertThat(why)
                    .isEqualTo(
                            FLYWAY + "Flyway is migrating by it at this moment, so no pending migration claims a name");
            Outcome json = commandLine.run("check", "--strict", "--format", "json");
            assertThat(json.json().value("unjudged_migrations"))
                    .isEqualTo(List.of(Map.of("database", database.name(), "reason", why)));
            assertThat(json.exitCode()).isEqualTo(1);
            Outcome guard = commandLine.run("guard", "-q", "--strict", "--", "true");
            assertThat(guard.everything()).contains("⚠️  Not judged: " + why).doesNotContain("✅");
            assertThat(guard.exitCode()).isZero();
        }
    }

    @Test
    void another_tools_directory_or_history_that_is_not_understood_is_told() throws IOException {
        script("1_mood.sql", "-- migrate:up\n" + MOOD + "\n-- migrate:down\n");
        database.execute("CREATE TABLE schema_migrations (version varchar PRIMARY KEY)");
        assertThat(commandLine.run("check").lines()).contains(CLEAN);
        database.execute("INSERT INTO schema_migrations VALUES ('9')");
        assertNotJudged(
                commandLine, "pending migrations: no history of dbmate in this database knows one of " + directory);
        database.execute("DELETE FROM schema_migrations", "ALTER TABLE schema_migrations ENABLE ROW LEVEL SECURITY");
        assertThat(notJudged(commandLine))
                .startsWith("dbmate's history public.schema_migrations: ")
                .endsWith(DOES_NOT_TELL);

        Files.delete(directory.resolve("1_mood.sql"));
        script("1_mood.up.sql", MOOD);
        script("1_mood.down.sql", "DROP TYPE mood;");
        database.execute(
                "DROP TABLE schema_migrations",
                "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                "INSERT INTO schema_migrations VALUES (5, false)");
        assertNotJudged(
                commandLine,
                "pending migrations: no history of golang-migrate in this database knows one of " + directory);
        database.execute(
                "DELETE FROM schema_migrations",
                "CREATE TABLE _sqlx_migrations (version bigint PRIMARY KEY, description text NOT NULL, installed_on"
                        + " timestamptz NOT NULL DEFAULT now(), success boolean NOT NULL, checksum bytea NOT NULL,"
                        + " execution_time bigint NOT NULL)");
        assertNotJudged(
                commandLine,
                "pending migrations: those of " + directory + " may be of several tools (golang-migrate, sqlx)");

        Files.delete(directory.resolve("1_mood.up.sql"));
        Files.delete(directory.resolve("1_mood.down.sql"));
        script(
                "1.sql",
                MOOD
                        + "\n\nUPDATE alembic_version SET version_num='bbb222' WHERE alembic_version.version_num = 'aaa111';\n");
        assertNotJudged(
                commandLine,
                "the database is at no version, and the script begins behind one, so no pending migration claims a name");
        Files.delete(directory.resolve("1.sql"));
        script("env.py", "");
        Files.createDirectory(directory.resolve("versions"));
        assertNotJudged(
                commandLine,
                "pending migrations: those of " + directory
                        + " are Alembic's programs, not SQL (alembic upgrade --sql writes scripts)");
    }

    @Test
    void names_in_schemas_that_are_not_looked_into_are_told() throws IOException {
        script("V1__mood.sql", MOOD);
        assertNotJudged(
                commandLine.with("CLEAN_STALE_TYPES_SCHEMA", "tenant_*"),
                "the names that pending migrations create: other schemas only are looked into");
        script("V2__app.sql", "CREATE TYPE tenant_a.mood AS ENUM ();");
        assertNotRead(
                commandLine.with("CLEAN_STALE_TYPES_SCHEMA", "tenant_*"),
                "1 of the names that pending migrations create: other schemas only are looked into");
        assertThat(commandLine.run("check", "--schema", "public,tenant_*").lines())
                .contains(CLEAN);
        // a role that claims whatever is unused, in schemas that are not there
        Outcome nowhere = CommandRun.on(database).run("check", "--all-unused", "--schema", "tenant_*");
        assertThat(nowhere.lines())
                .contains("Note: not judged: all unused types, since none of the schemas to look into is there.")
                .doesNotContain(CLEAN);
        assertThat(CommandRun.on(database)
                        .run("check", "--all-unused", "--schema", "tenant_*", "--strict")
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.on(database)
                        .run("check", "--all-unused", "--schema", "pub*")
                        .lines())
                .contains(CLEAN);
    }

    @Test
    void a_lock_that_was_to_be_freed_and_cannot_be_seen_is_told() {
        database.execute(
                "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");
        String role = database.createRole();
        CommandRun low = CommandRun.on(database).with("DATABASE_URL", CommandRun.url(database, role));
        assertThat(low.run("--type", "mood").lines()).as("not asked for").contains(CLEAN);
        Outcome outcome = low.run("--type", "mood", "--free-locks");
        assertThat(outcome.lines())
                .contains("Note: not judged: the migration tool's table public.knex_migrations_lock: this role may not"
                        + " read it.")
                .doesNotContain(CLEAN);
        assertThat(outcome.exitCode()).isZero();
        assertThat(low.run("--type", "mood", "--free-locks", "--strict", "-q").exitCode())
                .isEqualTo(1);
    }

    @Test
    void what_could_not_be_read_in_pending_migrations_is_told_and_no_strict_run_fails_for_it() throws IOException {
        script("V1__block.sql", "CREATE TABLE t ();\nDO $$ BEGIN CREATE TYPE mood AS ENUM (); END $$;");
        assertNotRead(
                commandLine,
                "1 DO block or included script of pending migrations that may create anything (the first: V1__block.sql,"
                        + " line 2)");
        script("V1__block.sql", "CREATE TYPE 7up (((;");
        assertNotRead(
                commandLine,
                "1 statement of pending migrations that could not be read (the first: V1__block.sql, line 1)");
        history("1", "block");
        assertThat(commandLine.run("check").lines()).as("it has run").contains(CLEAN);
        script("M2__mood.sql", MOOD);
        assertNotRead(
                commandLine,
                "1 .sql file of " + directory
                        + " not named as Flyway names migrations by default (the first: M2__mood.sql)");
    }

    @Test
    void what_a_program_creates_is_told() throws IOException {
        script("1700000000001_one.sql", "-- Up Migration\nCREATE TABLE one ();\n-- Down Migration\n");
        script("1700000000002_program.js", "exports.up = pgm => {}");
        assertNotRead(
                commandLine,
                "1 pending migration of " + directory + " that is no SQL (the first: 1700000000002_program.js)");
    }

    private static void assertNotJudged(CommandRun commandLine, String why) {
        assertThat(notJudged(commandLine)).isEqualTo(why);
    }

    /** Looks with each command and format; returns why nothing is judged. */
    private static String notJudged(CommandRun commandLine) {
        Outcome outcome = commandLine.run("check", "-q");
        assertThat(outcome.lines()).singleElement().asString().startsWith("Note: not judged: ");
        assertThat(outcome.exitCode()).isZero();
        String told = outcome.out();
        assertThat(commandLine.run("clean", "-q").out()).isEqualTo(told);
        assertThat(commandLine.run("check", "-v").out())
                .containsOnlyOnce(told.substring("Note: not judged: ".length(), told.length() - ".\n".length()))
                .contains(told)
                .doesNotContain(CLEAN);
        Outcome strict = commandLine.run("clean", "--strict");
        assertThat(strict.out())
                .contains(told.replace("Note: not judged", "⚠️  Not judged"))
                .doesNotContain("✅");
        assertThat(strict.exitCode()).isEqualTo(1);
        return told.substring("Note: not judged: ".length(), told.length() - ".\n".length());
    }

    private static void assertNotRead(CommandRun commandLine, String what) {
        Outcome outcome = commandLine.run("check", "--strict", "-v");
        assertThat(outcome.out())
                .containsOnlyOnce("Note: not judged: " + what + ".\n")
                .containsOnlyOnce(what)
                .doesNotContain(CLEAN);
        assertThat(outcome.exitCode()).isZero();
        assertThat(commandLine.run("clean", "-q").everything()).isEmpty();
        JsonContract json = commandLine.run("check", "--format", "json").json();
        assertThat(json.value("unread_parts")).isEqualTo(List.of(Map.of("database", database.name(), "reason", what)));
        assertThat(json.value("unjudged_migrations")).isNull();
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static void history(String version, String description) {
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank int NOT NULL PRIMARY KEY, version varchar(50),"
                        + " description varchar(200), type varchar(20), script varchar(1000), checksum int,"
                        + " installed_by varchar(100), installed_on timestamp DEFAULT now(), execution_time int, success boolean)",
                "INSERT INTO flyway_schema_history VALUES (1, '%1$s', '%2$s', 'SQL', 'V%1$s__%2$s.sql', 1, 'x', now(), 1, true)"
                        .formatted(version, description));
    }
}
