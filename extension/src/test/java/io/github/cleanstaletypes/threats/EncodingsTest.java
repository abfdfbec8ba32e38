package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.testing.HostileSchema;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of every encoding that a server can have, with names, labels, comments and bodies of its own letters; and with bytes that are no text. */
class EncodingsTest {

    @TempDir
    private Path directory;

    static List<Arguments> names_of_its_own_letters_are_read_changed_and_given_back() throws IOException {
        try (InputStream in = Objects.requireNonNull(EncodingsTest.class.getResourceAsStream("encodings.csv"))) {
            List<Arguments> all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arguments.of((Object[]) line.split(", ", 2)))
                    .toList();
            return LongForm.sample(all, 12, "encodings");
        }
    }

    /** The encodings of the manual's table 23.3 that a database can have, each with a word in letters of its own. */
    @ParameterizedTest
    @MethodSource
    void names_of_its_own_letters_are_read_changed_and_given_back(String encoding, String word) throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase(encoding)) {
            database.execute(
                    "CREATE SCHEMA \"s" + word + "\"",
                    "CREATE TYPE \"s" + word + "\".\"" + word + "\" AS ENUM ('" + word + "', 'a')",
                    "COMMENT ON TYPE \"s" + word + "\".\"" + word + "\" IS 'of " + word + "'",
                    "CREATE TYPE \"" + word + "used\" AS ENUM ('a')",
                    "CREATE TABLE \"t" + word + "\" (\"c" + word + "\" \"" + word + "used\")",
                    "CREATE TYPE \"" + word + "said\" AS ENUM ('a')",
                    "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a'::\"" + word
                            + "said\"; END $$");
            String type = "\"s" + word + "\".\"" + word + "\"";
            CommandRun run =
                    CommandRun.on(database).with("STALE_TYPES", type + ",\"" + word + "used\",\"" + word + "said\"");

            Outcome checked = run.run("check", "--strict");
            assertThat(checked.everything())
                    .contains("column \"c" + word + "\" of table public.\"t" + word + "\"", "f()");
            assertThat(checked.exitCode()).isEqualTo(1);

            Outcome cleaned = run.run("clean", "--format", "json");
            assertThat(cleaned.exitCode()).as(cleaned.everything()).isZero();
            assertThat(database.queryText("SELECT to_regtype('" + type + "')")).isNull();
            String undo = String.valueOf(cleaned.json().findings().get(0).get("undo"));
            assertThat(undo).contains("('" + word + "', 'a')", "'of " + word + "'");
            database.execute(undo);
            assertThat(database.queryTexts("SELECT enum_range(NULL::" + type + ")::text"))
                    .containsExactly("{" + word + ",a}");
        }
    }

    /** A name that the encoding does not have cannot be in the database; nor is it taken for another one. */
    @Test
    void a_name_that_the_encoding_lacks_is_not_there() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase("LATIN1")) {
            database.execute("CREATE TYPE \"?\" AS ENUM ('a')", "CREATE TYPE \"gemüt\" AS ENUM ('a')");
            Outcome outcome = CommandRun.on(database)
                    .with("STALE_TYPES", "\"気分\",\"gemüt\"")
                    .run("clean");
            assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typtype = 'e'"))
                    .containsExactly("?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.22", "18.6"})
    void bytes_that_are_no_text_hold_nobody_up_and_are_never_removed(String version) throws SQLException {
        try (TestDatabase database = PostgresServer.of(version).createDatabase("SQL_ASCII")) {
            broken(
                    database,
                    "CREATE TYPE mood AS ENUM ('a')",
                    "CREATE TYPE \"m\\xe4d\" AS ENUM ('a')",
                    "CREATE TYPE labelled AS ENUM ('\\xe4')",
                    "CREATE TYPE commented AS ENUM ('a')",
                    "COMMENT ON TYPE commented IS '\\xe4'",
                    "CREATE TYPE used AS ENUM ('a')",
                    "CREATE TABLE \"t\\xe4\" (\"c\\xe4\" used)",
                    "CREATE TYPE said AS ENUM ('a')",
                    "CREATE FUNCTION \"f\\xe4\"() RETURNS text LANGUAGE plpgsql AS $$ BEGIN /* \\xe4 */ RETURN 'a'::said; END $$");
            database.execute("CREATE TYPE \"m\\xe4d\" AS ENUM ('the escape itself')");
            CommandRun run = CommandRun.on(database);

            Outcome checked = run.run("check", "--all-unused", "--type", "used,said", "--strict");
            assertThat(checked.out())
                    .contains(
                            "UNUSED_TYPE public.\"m\\xe4d\"",
                            "column \"c\\xe4\" of table public.\"t\\xe4\"",
                            "\"f\\xe4\"()");
            assertThat(checked.exitCode()).isEqualTo(1);

            Outcome one = run.run("clean", "--type", "mood");
            assertThat(one.exitCode()).as(one.everything()).isZero();

            Outcome escape = run.run("clean", "--type", "\"m\\xe4d\"");
            assertThat(escape.exitCode()).as(escape.everything()).isZero();

            Outcome all = run.run("clean", "--all-unused", "--format", "json");
            assertThat(all.exitCode()).as(all.everything()).isEqualTo(1);
            assertThat(all.json().findings())
                    .filteredOn(finding -> finding.get("code").equals("UNUSED_TYPE"))
                    .extracting(finding -> finding.get("name") + " " + finding.get("outcome"))
                    .containsExactlyInAnyOrder("m\\xe4d refused", "labelled refused", "commented refused");
            // as the guide says
            database.execute(
                    "DO $$ BEGIN EXECUTE (SELECT format('DROP TYPE %I.%I RESTRICT', n.nspname, t.typname) FROM pg_type t"
                            + " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.oid = " + oid(all) + "); END $$");
            assertThat(
                            database.queryTexts(
                                    "SELECT encode(convert_to(typname::text, 'SQL_ASCII'), 'escape') FROM pg_type WHERE typtype = 'e' ORDER BY 1"))
                    .containsExactly("commented", "labelled", "said", "used");
        }
    }

    /** Such an encoding's own conversion has holes: there the server itself is asked what a name is, and which one is none. */
    @ParameterizedTest
    @CsvFileSource(resources = "holes.csv")
    void a_name_that_has_no_conversion_hides_no_other_name(String encoding, String word, String hole)
            throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase(encoding)) {
            database.execute(
                    "DO $$ BEGIN EXECUTE format('CREATE TYPE %I AS ENUM ()', 'x' || convert_from('\\x" + hole + "', '"
                            + encoding + "')); END $$",
                    "CREATE TYPE \"" + word + "\" AS ENUM ('a')",
                    "CREATE TYPE \"" + word + "used\" AS ENUM ('a')",
                    "CREATE TABLE \"t" + word + "\" (c \"" + word + "used\")");

            Outcome outcome = CommandRun.on(database).run("clean", "--all-unused", "--format", "json");

            assertThat(outcome.json().findings())
                    .filteredOn(finding -> finding.get("code").equals("UNUSED_TYPE"))
                    .extracting(finding -> finding.get("name") + " " + finding.get("outcome"))
                    .containsExactlyInAnyOrder("x" + hole.replaceAll("..", "\\\\x$0") + " refused", word + " dropped");
            assertThat(outcome.exitCode()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL_ASCII", "LATIN1", "EUC_JP"})
    void a_type_is_renamed_and_restored_beside_a_name_that_is_no_text(String encoding) throws SQLException {
        String word = encoding.equals("EUC_JP") ? "気分" : "gemüt";
        try (TestDatabase database = PostgresServer.of("14.22").createDatabase(encoding);
                Connection other = database.connect()) {
            if (encoding.equals("SQL_ASCII")) {
                broken(database, "CREATE TYPE \"m\\xe4d\" AS ENUM ('a')");
            }
            String type = "\"" + word + "\"";
            database.execute(
                    "CREATE TYPE " + type + " AS ENUM ('a')", "COMMENT ON TYPE " + type + " IS '" + word + "'");
            CommandRun run = CommandRun.on(database);
            assertThat(run.run("clean", "--type", type).exitCode()).isZero();
            assertThat(database.queryText("SELECT to_regtype('" + type + "')")).isNull();
            Outcome restored = run.run("restore");
            assertThat(restored.exitCode()).as(restored.everything()).isZero();
            assertThat(database.queryText("SELECT obj_description('" + type + "'::regtype)"))
                    .isEqualTo(word);
            assertThat(other.isValid(0)).isTrue();
        }
    }

    private static Object oid(Outcome outcome) {
        return outcome.json().findings().stream()
                .filter(finding -> "m\\xe4d".equals(finding.get("name")))
                .map(finding -> finding.get("oid"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reading_bytes_calls_nothing_of_a_hostile_schema() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase("SQL_ASCII")) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            broken(database, "CREATE TYPE \"m\\xe4d\" AS ENUM ('a')", "COMMENT ON TYPE mood IS '\\xe4'");
            HostileSchema hostile = HostileSchema.in(database);
            Outcome outcome = CommandRun.on(database).run("clean", "--all-unused");
            assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(1);
            assertThat(outcome.out()).contains("m\\xe4d");
            assertThat(explained(database).exitCode()).isZero();
            assertThat(hostile.called()).isEmpty();
        }
    }

    /** A role belongs to all databases, and has its name in the encoding of the one that it was made in. */
    @Test
    void a_role_whose_name_is_no_text_here_holds_nothing_up() throws SQLException {
        try (TestDatabase ascii = PostgresServer.of("18.6").createDatabase("SQL_ASCII");
                TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            String role = "r" + ascii.name();
            String quoted = "(SELECT quote_ident(rolname) FROM pg_roles WHERE rolname LIKE '" + role + "%')";
            broken(ascii, "CREATE ROLE \"" + role + "\\xe4\" SUPERUSER");
            try {
                database.execute(
                        "CREATE TYPE mood AS ENUM ('a')",
                        "CREATE TYPE own AS ENUM ('a')",
                        "DO $$ BEGIN EXECUTE 'ALTER TYPE mood OWNER TO ' || " + quoted + "; END $$");
                try (Connection holder = database.connect();
                        Statement lock = holder.createStatement()) {
                    lock.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
                    Outcome held = CommandRun.on(database).run("clean", "--type", "own,mood", "--lock-wait", "0");
                    assertThat(held.exitCode()).as(held.everything()).isEqualTo(3);
                    assertThat(held.err()).contains("The lock of this database is held by session ");
                }
                Outcome checked = CommandRun.on(database).run("check", "--type", "mood", "--format", "json");
                assertThat(checked.out()).contains("\"owner\":\"" + role + "\\\\xe4\"");
                Outcome outcome = CommandRun.on(database).run("clean", "--type", "own,mood");
                assertThat(outcome.out())
                        .contains("Successfully removed stale 'own' type", "UNUSED_TYPE public.mood")
                        .contains("holds bytes that are no text");
                assertThat(outcome.exitCode()).isEqualTo(1);
                assertThat(explained(database).exitCode()).isZero();
            } finally {
                database.execute("DO $$ BEGIN EXECUTE 'DROP OWNED BY ' || " + quoted + "; END $$");
                ascii.execute("DO $$ BEGIN EXECUTE 'DROP ROLE ' || " + quoted + "; END $$");
            }
        }
    }

    /** The server cuts a query that it shows after 1,023 bytes; where it does not know what a character is, in the middle of one. */
    @Test
    void what_another_session_is_doing_may_be_no_text() throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase("SQL_ASCII");
                Connection creator = database.connect();
                Statement statement = creator.createStatement()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            creator.setAutoCommit(false);
            statement.execute("CREATE TABLE in_flight () /*  " + "ä".repeat(600) + " */");
            Outcome outcome = CommandRun.on(database).run("clean", "--type", "mood", "--creators-wait", "0");
            assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(1);
            assertThat(outcome.out()).contains("UNCOMMITTED_CREATION", "CREATE TABLE in_flight () /*  ää", "ä\\xc3");
            assertThat(explained(database).exitCode()).isZero();
        }
    }

    private Outcome explained(TestDatabase database) {
        try {
            Path error = Files.writeString(
                    directory.resolve("error.txt"), "ERROR:  type \"mood\" already exists\nSQLSTATE: 42710\n");
            return CommandRun.on(database).run("explain", error.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_encoding_that_has_no_way_to_utf8_is_refused_in_one_line() throws SQLException {
        PostgresServer server = PostgresServer.of("18.6");
        try (Connection connection = server.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE mule TEMPLATE template0 ENCODING 'MULE_INTERNAL' LOCALE 'C'");
            try {
                Outcome outcome = CommandRun.withoutDatabase()
                        .run("check", "--database-url", "postgresql://postgres@localhost:" + server.port() + "/mule");
                assertThat(outcome.exitCode()).isEqualTo(3);
                assertThat(outcome.err())
                        .contains("the database's encoding cannot be converted to UTF-8, which this program speaks")
                        .hasLineCount(1);
            } finally {
                statement.execute("DROP DATABASE mule WITH (FORCE)");
            }
        }
    }

    /** Sends bytes: each {@code \xNN} of a statement is the byte itself. */
    private static void broken(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                String raw = sql.replace("'", "''").replace("\\xe4", "' || chr(228) || '");
                statement.execute("DO $do$ BEGIN EXECUTE '" + raw + "'; END $do$");
            }
        }
    }
}
