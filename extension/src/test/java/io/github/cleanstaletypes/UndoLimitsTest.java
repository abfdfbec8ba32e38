package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.TypeRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an undo could not bring back is not removed; what a session has set does not get into it. */
class UndoLimitsTest {

    @EachServer
    void keeps_a_type_with_a_security_label_and_names_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE labelled AS ENUM ('a')",
                    "CREATE TYPE columns AS (a int)",
                    "CREATE TYPE span AS RANGE (subtype = date)",
                    "CREATE TYPE plain AS ENUM ('a')",
                    // no module that provides labels is loaded here: what one would write
                    "SET allow_system_table_mods = on; INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label)"
                            + " VALUES ('labelled'::regtype, 'pg_type'::regclass, 0, 'Se Linux', 'it''s secret'),"
                            + " ('columns'::regclass, 'pg_class'::regclass, 1, 'dummy', 'top'),"
                            + " ('datemultirange'::regtype, 'pg_type'::regclass, 0, 'dummy', 'of another'),"
                            + " ((SELECT rngmultitypid FROM pg_range WHERE rngtypid = 'span'::regtype), 'pg_type'::regclass, 0, 'dummy', 'many')");
            Cleaner cleaner = Quiet.in(database).claiming("labelled", "columns", "span", "plain");

            assertThat(Told.by(cleaner.dryRun().clean()))
                    .contains("UNUSED_TYPE public.labelled refused", "UNUSED_TYPE public.plain planned");
            CleanupReport report = cleaner.clean();

            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder(
                            "UNUSED_TYPE public.labelled refused",
                            "UNUSED_TYPE public.columns refused",
                            "UNUSED_TYPE public.span refused",
                            "UNUSED_TYPE public.plain dropped");
            assertThat(report.results().stream().filter(result -> result.outcome() == Outcome.REFUSED))
                    .allMatch(result -> result.refusal() == Refusal.NOT_UNDOABLE)
                    .extracting(Result::why)
                    .containsExactlyInAnyOrder(
                            "Not removed, because its undo would not bring back the security label 'it''s secret' of the provider \"Se Linux\".",
                            "Not removed, because its undo would not bring back the security label 'top' of the provider dummy.",
                            "Not removed, because its undo would not bring back the security label 'many' of the provider dummy.");
            assertThat(report.isClean()).isFalse();
            database.execute("SET allow_system_table_mods = on; DELETE FROM pg_seclabel");
        }
    }

    @EachServer(sample = 1)
    void keeps_a_range_whose_functions_have_privileges_or_a_comment_of_their_own(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE noted AS RANGE (subtype = date)",
                    "COMMENT ON FUNCTION noted(date, date) IS 'makes one'",
                    "CREATE TYPE guarded AS RANGE (subtype = date)",
                    "REVOKE EXECUTE ON FUNCTION guarded(date, date) FROM PUBLIC");

            assertThat(Quiet.in(database).claiming("noted", "guarded").clean().results())
                    .extracting(Result::why)
                    .containsExactly(
                            "Not removed, because its undo would not bring back the comment on its function public.noted(date,date).",
                            "Not removed, because its undo would not bring back the privileges on its function public.guarded(date,date).");
        }
    }

    @EachServer(sample = 1)
    void finds_a_range_with_a_canonical_function_in_use_by_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE span",
                    "SET client_min_messages = error; CREATE FUNCTION canon(span) RETURNS span IMMUTABLE STRICT LANGUAGE internal AS"
                            + " 'daterange_canonical'",
                    "CREATE TYPE span AS RANGE (subtype = date, canonical = canon)");

            CleanupReport report = Quiet.in(database).claiming("span").clean();

            assertThat(Told.only(report, FindingCode.TYPE_IN_USE)
                            .finding()
                            .evidence()
                            .get("dependents"))
                    .asString()
                    .contains("function public.canon(public.span)");
        }
    }

    @EachServer
    void gives_no_comment_to_what_had_none_where_arrays_hold_no_nulls(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "ALTER DATABASE " + database.name() + " SET array_nulls = off",
                    "CREATE TYPE mood AS ENUM ('a')",
                    "CREATE DOMAIN \"NULL\" AS text[] DEFAULT ARRAY[NULL, 'NULL']");
            List<String> before = TypeRow.all(database);

            if (!server.locksTypes()) {
                try (Connection other = database.connect()) {
                    Cleaner cleaner = Cleaner.in(database.dataSource()).claiming("mood", "\"NULL\"");
                    assertThat(Told.by(cleaner.clean()))
                            .containsExactly(
                                    "UNUSED_TYPE public.mood quarantined", "UNUSED_TYPE public.\"NULL\" quarantined");
                    cleaner.restore();
                    assertThat(other.isValid(0)).isTrue();
                }
                assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
            }
            CleanupReport report =
                    Quiet.in(database).claiming("mood", "\"NULL\"").clean();
            assertThat(Told.by(report))
                    .containsExactly("UNUSED_TYPE public.mood dropped", "UNUSED_TYPE public.\"NULL\" dropped");
            for (Result result : report.results()) {
                database.execute(result.undo().orElseThrow());
            }
            assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
        }
    }

    @Test
    void is_exact_in_a_database_of_another_encoding() throws SQLException {
        PostgresServer server = PostgresServer.of("18.6");
        String url = "jdbc:postgresql://localhost:%d/%s?user=postgres";
        String labels =
                "SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) || obj_description('\"Größe\"'::regtype) FROM pg_enum";
        for (String encoding : List.of("LATIN1", "LATIN9", "SQL_ASCII", "WIN1252")) {
            String name = "undo_in_" + encoding.toLowerCase(Locale.ROOT);
            try (Connection postgres = server.superuser().getConnection();
                    Statement statement = postgres.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " ENCODING '" + encoding
                        + "' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
                try (Connection connection = DriverManager.getConnection(url.formatted(server.port(), name));
                        Statement there = connection.createStatement()) {
                    there.execute("CREATE TYPE \"Größe\" AS ENUM ('ä\nß', 'é\u0001')");
                    there.execute("COMMENT ON TYPE \"Größe\" IS 'ü\u007f'");
                    CleanupReport report =
                            Cleaner.on(connection).claiming("\"Größe\"").clean();
                    there.execute(report.results().get(0).undo().orElseThrow());
                    try (var row = there.executeQuery(labels)) {
                        row.next();
                        assertThat(row.getString(1)).as(encoding).isEqualTo("ä\nß,é\u0001ü\u007f");
                    }
                } finally {
                    statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
                }
            }
        }
    }
}
