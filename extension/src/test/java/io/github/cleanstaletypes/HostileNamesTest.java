package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.TypeRow;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a name, a label or a comment holds: the type is found, dropped, quarantined, restored and undone. */
class HostileNamesTest {

    private static final List<String> NAMES = List.of(
            "it's",
            "dou\"ble",
            "\"",
            "''",
            "dot.ted",
            " ",
            " blanks around ",
            "select",
            "user",
            "100% %s %I %L %1$s %%",
            "back\\slash\\",
            "\\'",
            "tab\tnew\nline\rreturn",
            "bell\u0007escape\u001b[31m\u0001\u007f",
            "emoji 😀",
            "\u202eright to left",
            "Ärger İıſ",
            "$1 ? :name @x",
            "{fn now()} {d '1'}",
            "-- /* */ ;",
            "; DROP TABLE precious; --",
            "$$ $q$ $q$",
            "E'\\n' U&\"\\0061\"",
            "a,b;c(d)[e]<f>&amp;",
            "stale_1_",
            "_x",
            "1",
            "x".repeat(63),
            "é".repeat(31) + "x",
            "a" + "é".repeat(31),
            "😀".repeat(15) + "abc",
            "ab" + "😀".repeat(15),
            "\"".repeat(63),
            "\\".repeat(63));

    private record Kind(String name, String create, String word) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("enum", "CREATE TYPE %1$s AS ENUM (%2$s)", "TYPE"),
            new Kind(
                    "domain",
                    "CREATE DOMAIN %1$s AS text DEFAULT %2$s CONSTRAINT %3$s CHECK (VALUE <> %2$s)",
                    "DOMAIN"),
            new Kind("composite", "CREATE TYPE %1$s AS (%3$s int)", "TYPE"),
            new Kind("range", "CREATE TYPE %1$s AS RANGE (subtype = date, multirange_type_name = %4$s)", "TYPE"));

    @EachServer(sample = 1)
    void are_found_dropped_and_undone(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            dropAndUndo(database);
        }
    }

    @EachServer("18.6")
    void are_found_dropped_and_undone_where_a_backslash_escapes_in_every_string(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "ALTER DATABASE " + database.name() + " SET standard_conforming_strings = off",
                    "ALTER DATABASE " + database.name() + " SET escape_string_warning = off");
            assertThat(database.queryText("SHOW standard_conforming_strings")).isEqualTo("off");
            dropAndUndo(database);
        }
    }

    @ParameterizedTest
    @CsvSource({"on", "off"})
    void are_quarantined_and_restored(String setting) throws SQLException {
        try (TestDatabase database = PostgresServer.of("14.22").createDatabase()) {
            database.execute(
                    "ALTER DATABASE " + database.name() + " SET standard_conforming_strings = " + setting,
                    "ALTER DATABASE " + database.name() + " SET escape_string_warning = off");
            List<SqlName> names = create(database, KINDS.subList(0, 3));
            List<String> before = TypeRow.all(database);
            Cleaner engine = Cleaner.in(database.dataSource()).claiming(written(names));
            try (Connection other = database.connect()) {
                assertThat(Told.by(engine.clean())).containsExactlyInAnyOrderElementsOf(told(names, "quarantined"));
                assertThat(other.isValid(0)).isTrue();
            }
            List<String> away = database.queryTexts("SELECT typname FROM pg_type"
                    + " WHERE obj_description(oid, 'pg_type') LIKE 'clean-stale-types: quarantined%'");
            assertThat(away)
                    .hasSize(names.size())
                    .allMatch(name -> name.matches("(?s)stale_\\d+_.*"))
                    .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= 63)
                    // so long that one more character would not fit
                    .anyMatch(name -> name.getBytes(StandardCharsets.UTF_8).length == 63);
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE oid >= 16384"
                            + " AND typelem = 0 AND typrelid = 0 AND typname NOT LIKE 'stale\\_%\\_%' ESCAPE E'\\\\'"))
                    .isEmpty();
            assertThat(Told.by(engine.restore())).containsExactlyInAnyOrderElementsOf(told(names, "restored"));
            assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
        }
    }

    @EachServer(sample = 1)
    void are_cut_as_the_server_cuts_them(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<String> overlong = List.of("a".repeat(64), "é".repeat(40), "b" + "😀".repeat(20));
            for (String name : overlong) {
                database.execute("CREATE TYPE " + name + " AS ENUM ()");
            }
            CleanupReport report = Quiet.in(database)
                    .claiming("A".repeat(200), overlong.get(1), overlong.get(2))
                    .clean();
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder(
                            "UNUSED_TYPE public." + "a".repeat(63) + " dropped",
                            "UNUSED_TYPE public.\"" + "é".repeat(31) + "\" dropped",
                            "UNUSED_TYPE public.\"b" + "😀".repeat(15) + "\" dropped");
        }
    }

    @EachServer(sample = 1)
    void do_not_hide_who_uses_the_type(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<SqlName> types = new ArrayList<>();
            List<String> statements = new ArrayList<>(List.of("CREATE SCHEMA names"));
            for (String name : NAMES) {
                SqlName type = new SqlName("names", name);
                String body = types.size() % 2 == 0 ? "DECLARE x %s; BEGIN END" : "BEGIN PERFORM NULL::%s; END";
                statements.add("CREATE TYPE " + quoted(type) + " AS (a int)");
                statements.add("CREATE FUNCTION names.f" + types.size() + "() RETURNS void LANGUAGE plpgsql AS "
                        + TypeRow.literal(body.formatted(quoted(type))));
                types.add(type);
            }
            database.execute(statements.toArray(String[]::new));
            List<String> before = database.queryTexts("SELECT oid FROM pg_type ORDER BY oid");
            CleanupReport report = Quiet.in(database).claiming(written(types)).clean();
            assertThat(report.results())
                    .hasSize(NAMES.size())
                    .allSatisfy(result -> assertThat(result.finding().evidence().get("dependents"))
                            .as(result.finding().subject().display())
                            .asString()
                            .contains("body of function names.f"));
            assertThat(database.queryTexts("SELECT oid FROM pg_type ORDER BY oid"))
                    .isEqualTo(before);
        }
    }

    private static void dropAndUndo(TestDatabase database) {
        database.execute("CREATE TABLE precious (id int)");
        List<SqlName> names = create(database, KINDS);
        List<String> before = TypeRow.all(database);
        CleanupReport report = Quiet.in(database).claiming(written(names)).clean();
        assertThat(Told.by(report)).containsExactlyInAnyOrderElementsOf(told(names, "dropped"));
        assertThat(report.results())
                .map(result -> result.finding().subject().name())
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(SqlName::name).toList());
        assertThat(database.queryTexts(
                        "SELECT oid FROM pg_type WHERE oid >= 16384" + " AND typname NOT IN ('precious', '_precious')"))
                .isEmpty();
        database.execute(report.results().stream()
                .map(result -> result.undo().orElseThrow())
                .toArray(String[]::new));
        assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
        database.execute("SELECT * FROM precious");
    }

    /** Each name as a type in a schema of that name, of each kind in turn. */
    private static List<SqlName> create(TestDatabase database, List<Kind> kinds) {
        List<SqlName> names = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (String name : NAMES) {
            statements.add("CREATE SCHEMA " + quoted(name));
            names.add(new SqlName(name, name));
        }
        for (int i = 0; i < names.size(); i++) {
            SqlName type = names.get(i);
            Kind kind = kinds.get(i % kinds.size());
            statements.add(kind.create()
                    .formatted(
                            quoted(type),
                            TypeRow.literal(type.name()),
                            quoted(type.name()),
                            quoted(new SqlName(type.schema(), "m" + i))));
            statements.add("COMMENT ON " + kind.word() + " " + quoted(type) + " IS "
                    + TypeRow.literal(type.name() + "\nof a user"));
        }
        database.execute(statements.toArray(String[]::new));
        return names;
    }

    private static List<String> told(List<SqlName> types, String outcome) {
        return types.stream().map(name -> "UNUSED_TYPE " + name + " " + outcome).toList();
    }

    private static String[] written(List<SqlName> types) {
        return types.stream().map(HostileNamesTest::quoted).toArray(String[]::new);
    }

    private static String quoted(SqlName name) {
        return quoted(String.valueOf(name.schema())) + "." + quoted(name.name());
    }

    private static String quoted(String part) {
        return '"' + part.replace("\"", "\"\"") + '"';
    }
}
