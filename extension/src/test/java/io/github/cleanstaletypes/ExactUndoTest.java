package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.proof.schema.GeneratedType;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.TypeRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What was removed comes back as it was, whatever its names hold and whatever the session that runs its undo has set. */
class ExactUndoTest {

    private static final int TYPES = LongForm.rounds(40, 640);

    /** Each of these changes what a default or a constraint means, or how it is written. */
    private static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("standard_conforming_strings", "off"),
            Map.entry("escape_string_warning", "off"),
            Map.entry("backslash_quote", "on"),
            Map.entry("IntervalStyle", "sql_standard"),
            Map.entry("DateStyle", "'SQL, DMY'"),
            Map.entry("TimeZone", "'Asia/Kathmandu'"),
            Map.entry("array_nulls", "off"),
            Map.entry("bytea_output", "escape"),
            Map.entry("extra_float_digits", "-15"),
            Map.entry("xmloption", "document"),
            Map.entry("transform_null_equals", "on"),
            Map.entry("quote_all_identifiers", "on"),
            Map.entry("check_function_bodies", "on"),
            Map.entry("row_security", "off"),
            Map.entry("search_path", "hostile, public"));

    @EachServer
    void of_generated_types_gives_back_each_row_of_the_catalog_under_hostile_settings(PostgresServer server) {
        Random random = LongForm.random("exact undo");
        try (TestDatabase database = server.createDatabase()) {
            List<String> roles = Stream.generate(database::createRole).limit(4).toList();
            database.execute(GeneratedType.surroundings());
            Map<String, String> types = create(database, new GeneratedType(random, roles, major(server)));
            List<String> before = TypeRow.all(database);

            harm(database, roles.get(0));
            CleanupReport report = Quiet.in(database)
                    .claiming(types.keySet().toArray(String[]::new))
                    .clean();
            assertThat(report.results())
                    .allSatisfy(result -> assertThat(result.outcome().word()).isEqualTo("dropped"));
            assertThat(report.results()).hasSize(types.size());
            Stream<String> undo = report.results().stream().map(ExactUndoTest::undo);
            if (random.nextBoolean()) {
                // each text as one message: it is parsed as a whole before its first statement is carried out
                undo.forEach(database::execute);
            } else {
                database.execute(
                        undo.flatMap(text -> Stream.of(Psql.statements(text))).toArray(String[]::new));
            }
            heal(database);

            assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
            assertThat(database.queryText("SELECT to_regclass('public.precious')"))
                    .isEqualTo("precious");
        }
    }

    @EachServer
    void gives_no_more_privileges_than_there_were_whatever_new_types_get_by_default(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String owner = database.createRole();
            String guest = database.createRole();
            database.execute(GeneratedType.surroundings());
            List<String> names = new ArrayList<>();
            for (String kind : List.of("ENUM ('a')", "(a int)", "RANGE (subtype = date, multirange_type_name = m%d)")) {
                for (String privileges :
                        List.of("", "REVOKE ALL ON TYPE t%d FROM PUBLIC", "GRANT USAGE ON TYPE t%d TO " + owner)) {
                    int number = names.size();
                    database.execute(
                            "CREATE TYPE t" + number + " AS " + kind.formatted(number), privileges.formatted(number));
                    names.add("t" + number);
                }
            }
            List<String> before = TypeRow.all(database);

            database.execute(
                    "ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO " + guest + " WITH GRANT OPTION",
                    "ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC",
                    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON TYPES TO " + owner);
            CleanupReport report =
                    Quiet.in(database).claiming(names.toArray(String[]::new)).clean();
            database.execute(report.results().stream().map(ExactUndoTest::undo).toArray(String[]::new));

            assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
        }
    }

    @EachServer(sample = 1)
    void leaves_a_type_of_the_same_name_in_another_schema_alone_and_brings_the_right_one_back(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "CREATE SCHEMA twin",
                    "CREATE TYPE mood AS ENUM ('public')",
                    "CREATE TYPE twin.mood AS ENUM ('twin')",
                    "ALTER TYPE twin.mood OWNER TO " + role,
                    "COMMENT ON TYPE twin.mood IS 'of the twin'",
                    "REVOKE ALL ON TYPE twin.mood FROM PUBLIC");
            List<String> before = TypeRow.all(database);

            CleanupReport report = Quiet.in(database).claiming("twin.mood").clean();
            assertThat(Told.by(report)).containsExactly("UNUSED_TYPE twin.mood dropped");
            database.execute("ALTER DATABASE " + database.name() + " SET search_path = public");
            database.execute(undo(report.results().get(0)));
            database.execute("ALTER DATABASE " + database.name() + " RESET search_path");

            assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
        }
    }

    @EachServer(sample = 1)
    void gives_the_privileges_back_where_plpgsql_was_dropped(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "DROP EXTENSION plpgsql",
                    "CREATE TYPE plain AS ENUM ('a')",
                    "CREATE TYPE mood AS ENUM ('a')",
                    "REVOKE ALL ON TYPE mood FROM PUBLIC",
                    "GRANT USAGE ON TYPE mood TO " + role);
            List<String> before = TypeRow.all(database);

            CleanupReport report = Quiet.in(database).claiming("plain", "mood").clean();
            database.execute(report.results().stream().map(ExactUndoTest::undo).toArray(String[]::new));

            assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
        }
    }

    private static Map<String, String> create(TestDatabase database, GeneratedType generated) {
        Map<String, String> types = new LinkedHashMap<>();
        for (int i = 0; i < TYPES; i++) {
            String schema = GeneratedType.quoted("s" + i + generated.text());
            String name = schema + "." + GeneratedType.quoted(generated.text());
            List<String> statements =
                    new ArrayList<>(List.of("CREATE SCHEMA " + schema, "GRANT ALL ON SCHEMA " + schema + " TO PUBLIC"));
            statements.addAll(generated.statements(name, i));
            database.execute(statements.toArray(String[]::new));
            types.put(name, String.join(";", statements));
        }
        return types;
    }

    /** From now on every session of this database has these settings, and new types other privileges. */
    private static void harm(TestDatabase database, String guest) {
        database.execute(
                "CREATE SCHEMA hostile",
                "CREATE DOMAIN hostile.int4 AS text",
                "CREATE DOMAIN hostile.text AS pg_catalog.int4",
                "CREATE FUNCTION hostile.length(pg_catalog.text) RETURNS pg_catalog.int4 LANGUAGE sql AS 'SELECT 1 / 0'",
                "CREATE FUNCTION hostile.format_type(oid, pg_catalog.int4) RETURNS pg_catalog.text LANGUAGE sql AS 'SELECT 1 / 0'",
                "ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO " + guest);
        database.execute(HOSTILE.entrySet().stream()
                .map(each -> "ALTER DATABASE " + database.name() + " SET " + each.getKey() + " = " + each.getValue())
                .toArray(String[]::new));
    }

    private static void heal(TestDatabase database) {
        database.execute("ALTER DATABASE " + database.name() + " RESET ALL", "DROP SCHEMA hostile CASCADE");
    }

    private static String undo(Result result) {
        return result.undo().orElseThrow();
    }

    private static int major(PostgresServer server) {
        return Integer.parseInt(server.version().split("\\.")[0]);
    }
}
