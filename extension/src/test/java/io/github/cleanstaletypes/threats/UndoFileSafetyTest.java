package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An undo file does no harm: not to what is newer, not when it is cut off, and not by what it holds. */
class UndoFileSafetyTest {

    private static final String HARM =
            "\nDROP TABLE precious;\n\\! touch hijacked\n\\connect postgres\n'; DROP TABLE precious; --";

    /** All that a replay could have changed. */
    private static final String STATE = "SELECT pg_catalog.string_agg(s, E'\\n' ORDER BY s) FROM ("
            + " SELECT t.typname || ' ' || t.typowner::regrole || ' ' || coalesce(t.typacl::text, '-') || ' '"
            + " || coalesce(pg_catalog.obj_description(t.oid, 'pg_type'), '-') || ' '"
            + " || coalesce((SELECT pg_catalog.string_agg(e.enumlabel, ',') FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '')"
            + " FROM pg_catalog.pg_type t WHERE t.oid >= 16384"
            + " UNION ALL SELECT k.conname FROM pg_catalog.pg_constraint k WHERE k.contypid >= 16384) x(s)";

    private TestDatabase database;
    private String role;
    private Path file;

    @BeforeEach
    void createTypesOfHarmfulTexts(@TempDir Path directory) {
        database = PostgresServer.of("18.6").createDatabase();
        role = database.createRole();
        file = directory.resolve("undo.sql");
        database.execute(
                "CREATE TABLE precious (id int)", "CREATE TYPE mood AS ENUM (" + literal("a'b\\") + ", 'grüße')");
        database.execute(
                "COMMENT ON TYPE mood IS " + literal(HARM),
                "ALTER TYPE mood OWNER TO " + role,
                "REVOKE ALL ON TYPE mood FROM PUBLIC",
                "CREATE DOMAIN amount AS text DEFAULT " + literal(HARM) + " CONSTRAINT \"" + HARM
                        + "\" CHECK (CASE WHEN VALUE = '1' THEN VALUE <> " + literal(HARM) + " END)",
                "COMMENT ON DOMAIN amount IS " + literal("\nCOMMIT;\n" + HARM));
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void holds_one_statement_on_each_line_and_nothing_that_a_user_wrote_at_the_beginning_of_one() throws IOException {
        clean();

        assertThat(Files.readAllLines(file))
                .allMatch(
                        line -> line.matches(
                                "|--.*|\\\\(set ON_ERROR_STOP on|if :removed|endif)|SELECT NOT EXISTS .* \\\\gset|(BEGIN|COMMIT|(SET LOCAL|CREATE|ALTER|COMMENT ON|DO|GRANT) .*);"));
        assertThat(Psql.statements(file)).allMatch(statement -> statement.endsWith(";\n"));
    }

    @Test
    void leaves_a_newer_type_of_the_name_as_it_is_even_if_nobody_stops_at_the_error() {
        clean();
        database.execute(
                "CREATE TYPE mood AS ENUM ('newer')",
                "COMMENT ON TYPE mood IS 'innocent'",
                "CREATE DOMAIN amount AS int",
                "COMMENT ON DOMAIN amount IS 'innocent, too'");
        String before = state();

        List<String> errors = replay(script(), false);

        assertThat(errors).startsWith("42710", "25P02", "25P02").hasSizeGreaterThan(8);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void cut_off_anywhere_gives_whole_types_or_nothing() {
        String both = state();
        clean();
        String none = state();
        String whole = script();
        replay(whole.substring(0, whole.indexOf("\nCOMMIT;\n") + "\nCOMMIT;\n".length()));
        String one = state();
        forget();
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        Set<String> states = new LinkedHashSet<>();
        for (int length : cuts(bytes)) {
            replay(new String(bytes, 0, length, StandardCharsets.UTF_8));
            states.add(state());
            forget();
        }
        replay(whole);

        assertThat(state()).isEqualTo(both);
        assertThat(states).contains(none, one).isSubsetOf(none, one, both);
        assertThat(List.of(none, one, both)).doesNotHaveDuplicates();
    }

    @Test
    void is_run_by_psql_whole_or_cut_off_whatever_the_session_is_set_to(@TempDir Path directory) throws Exception {
        assumeTrue(Psql.isInstalled(), "no psql (apt-get install postgresql-client)");
        String both = state();
        clean();
        String none = state();
        database.execute(
                "ALTER DATABASE " + database.name() + " SET standard_conforming_strings = off",
                "ALTER DATABASE " + database.name() + " SET escape_string_warning = off");
        Map<String, String> latin = Map.of("PGCLIENTENCODING", "WIN1252");
        byte[] whole = Files.readAllBytes(file);
        Random random = LongForm.random("cut by psql");
        for (int i = 0; i < LongForm.rounds(5, 200); i++) {
            Path cut = Files.write(directory.resolve("cut.sql"), Arrays.copyOf(whole, firstCommit(whole, random)));
            Psql.run(cut, database.server().port(), database.name(), latin);
            assertThat(state()).isEqualTo(none);
        }

        Psql.Outcome outcome = Psql.run(file, database.server().port(), database.name(), latin);

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(state()).isEqualTo(both);
        Psql.Outcome again = Psql.run(file, database.server().port(), database.name(), latin);
        assertThat(again.exit()).as("it stops at the first error").isEqualTo(3);
        assertThat(again.output().lines().filter(line -> line.contains("ERROR:")))
                .hasSize(1);
        assertThat(state()).isEqualTo(both);
    }

    @Test
    void that_was_cut_off_is_not_added_to() throws IOException {
        clean();
        database.execute("CREATE TYPE other AS ENUM ()");
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int commit = text.lastIndexOf("COMMIT;");
        int end = text.lastIndexOf("\\endif");
        for (int length : List.of(
                end + 3, end, end - 5, commit + 8, commit + 3, commit, commit - 5, commit - 40, whole.length - 3)) {
            Files.write(file, Arrays.copyOf(whole, length));

            Outcome outcome = CommandRun.on(database).run("--type", "other", "--undo-file", file.toString());

            assertThat(outcome.err())
                    .startsWith("clean-stale-types: --undo-file: '" + file + "' ends in the middle of a transaction")
                    .hasLineCount(1);
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(Files.size(file)).isEqualTo(length);
        }
        Files.write(file, Arrays.copyOf(whole, end + "\\endif\n".length()));
        assertThat(CommandRun.on(database)
                        .run("--type", "other", "--undo-file", file.toString())
                        .exitCode())
                .isZero();
    }

    private void clean() {
        Outcome outcome = CommandRun.on(database).run("--type", "mood,amount", "--undo-file", file.toString());
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }

    /** In the first transaction, which then never ends. */
    private static int firstCommit(byte[] whole, Random random) {
        return random.nextInt(new String(whole, StandardCharsets.ISO_8859_1).indexOf("\nCOMMIT;") + "\nCOMMI".length());
    }

    /** Lines' ends and what is just beside them, and others. */
    private static Set<Integer> cuts(byte[] whole) {
        Random random = LongForm.random("cut");
        Set<Integer> cuts = new TreeSet<>();
        if (LongForm.isOn()) {
            for (int i = 0; i < whole.length; i++) {
                cuts.add(i);
            }
        }
        random.ints(20, 0, whole.length).forEach(cuts::add);
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] == '\n' && random.nextInt(6) == 0) {
                cuts.add(i);
                cuts.add(i + 1);
            }
        }
        return cuts;
    }

    /** As psql does it: statement by statement until the first error; what is cut off at the end is sent as well. */
    private void replay(String script) {
        replay(script, true);
    }

    /** The SQLSTATEs of what failed. */
    private List<String> replay(String script, boolean stopping) {
        List<String> errors = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : Psql.statements(script)) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    errors.add(String.valueOf(e.getSQLState()));
                    if (stopping) {
                        break;
                    }
                }
            }
            return errors;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forget() {
        database.execute("DROP TYPE IF EXISTS mood", "DROP DOMAIN IF EXISTS amount");
    }

    private String state() {
        return String.valueOf(database.queryText(STATE));
    }

    private String script() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
