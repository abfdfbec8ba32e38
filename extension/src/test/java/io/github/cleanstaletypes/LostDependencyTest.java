package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.KindOfUse;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** A direct reference by oid counts as a use, even where the row of {@code pg_depend} that tells it is lost. */
class LostDependencyTest {

    /** What the server would drop the type under, without a word, once {@code pg_depend} has lost the row. */
    private static final List<KindOfUse> USES = List.of(
            mood("column c of table s%d.o", "CREATE TABLE s%1$d.o (c s%1$d.mood)"),
            mood("column c of table s%d.o", "CREATE TABLE s%1$d.o (c s%1$d.mood[])"),
            mood("column c of view s%d.o", "CREATE VIEW s%1$d.o AS SELECT NULL::s%1$d.mood AS c"),
            mood("type s%d.d", "CREATE DOMAIN s%1$d.d AS s%1$d.mood"),
            mood("type s%d.d", "CREATE DOMAIN s%1$d.d AS s%1$d.mood[]"),
            mood("column b of composite type s%d.pair", "CREATE TYPE s%1$d.pair AS (a int, b s%1$d.mood)"),
            mood("type s%d.r", "CREATE TYPE s%1$d.r AS RANGE (subtype = s%1$d.mood)"),
            mood(
                    "function s%1$d.f(s%1$d.mood)",
                    "CREATE FUNCTION s%1$d.f(s%1$d.mood) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
            mood(
                    "function s%1$d.f(s%1$d.mood[])",
                    "CREATE FUNCTION s%1$d.f(VARIADIC s%1$d.mood[]) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
            mood(
                    "function s%d.f()",
                    "CREATE FUNCTION s%1$d.f() RETURNS SETOF s%1$d.mood LANGUAGE plpgsql AS 'BEGIN END'"),
            mood(
                    "function s%d.f()",
                    "CREATE FUNCTION s%1$d.f(OUT a int, OUT b s%1$d.mood) LANGUAGE plpgsql AS 'BEGIN END'"),
            mood("cast (pg_catalog.xml AS s%d.mood)", "CREATE CAST (xml AS s%1$d.mood) WITH INOUT"),
            mood("cast (s%d.mood AS pg_catalog.xml)", "CREATE CAST (s%1$d.mood AS xml) WITH INOUT"),
            mood(
                    "operator s%1$d.===(s%1$d.mood,s%1$d.mood)",
                    "CREATE FUNCTION s%1$d.same(s%1$d.mood, s%1$d.mood) RETURNS bool LANGUAGE plpgsql AS 'BEGIN END'",
                    "CREATE OPERATOR s%1$d.=== (LEFTARG = s%1$d.mood, RIGHTARG = s%1$d.mood, FUNCTION = s%1$d.same)"),
            mood(
                    "aggregate s%d.g(integer)",
                    "CREATE FUNCTION s%1$d.step(s%1$d.mood, int) RETURNS s%1$d.mood LANGUAGE plpgsql AS 'BEGIN END'",
                    "CREATE FUNCTION s%1$d.done(s%1$d.mood) RETURNS int LANGUAGE plpgsql AS 'BEGIN END'",
                    "CREATE AGGREGATE s%1$d.g(int)"
                            + " (SFUNC = s%1$d.step, STYPE = s%1$d.mood, FINALFUNC = s%1$d.done)"),
            mood(
                    "operator class s%d.oc USING btree",
                    "CREATE OPERATOR CLASS s%1$d.oc FOR TYPE s%1$d.mood USING btree AS"
                            + " FUNCTION 1 (s%1$d.mood, s%1$d.mood) enum_cmp(anyenum, anyenum)"),
            new KindOfUse(
                    "typed table",
                    "mood",
                    "table s%d.t",
                    "",
                    List.of("CREATE TYPE s%d.mood AS (a int)", "CREATE TABLE s%1$d.t OF s%1$d.mood")),
            new KindOfUse(
                    "multirange",
                    "mood",
                    "column c of table s%d.o",
                    "",
                    List.of(
                            "CREATE TYPE s%d.mood AS RANGE (subtype = date, multirange_type_name = s%1$d.moods)",
                            "CREATE TABLE s%1$d.o (c s%1$d.moods[])")));

    private static final String LOSE = """
            DELETE FROM pg_depend
             WHERE deptype IN ('n', 'a') AND refclassid = 'pg_type'::regclass
               AND refobjid IN (SELECT t.oid FROM pg_type t WHERE t.typnamespace = 's%d'::regnamespace
                                   AND (t.typname IN ('mood', 'moods') OR t.typelem <> 0))
            """;

    @EachServer
    void does_not_cost_the_type_that_is_used(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < USES.size(); i++) {
                names.add("s" + i + ".mood");
                database.execute(statements(i));
                String drop = "DROP TYPE s%d.mood RESTRICT".formatted(i);
                database.execute("DO 'BEGIN " + drop + "; RAISE EXCEPTION SQLSTATE ''CST00'';"
                        + " EXCEPTION WHEN SQLSTATE ''CST00'' THEN NULL; END'");
            }
            List<String> before = types(database);
            CleanupReport report =
                    Quiet.in(database).claiming(names.toArray(String[]::new)).clean();
            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(Told.by(report))
                        .containsExactlyInAnyOrderElementsOf(names.stream()
                                .map(name -> "TYPE_IN_USE " + name + " noted")
                                .toList());
                for (int i = 0; i < USES.size(); i++) {
                    softly.assertThat(dependents(report, "s" + i))
                            .as(USES.get(i).setup().toString())
                            .contains(USES.get(i).words().formatted(i));
                }
            });
            assertThat(types(database)).isEqualTo(before);
        }
    }

    private static KindOfUse mood(String words, String... users) {
        List<String> setup = new ArrayList<>(List.of("CREATE TYPE s%d.mood AS ENUM ('ok')"));
        setup.addAll(List.of(users));
        return new KindOfUse("", "mood", words, "", setup);
    }

    private static String[] statements(int i) {
        List<String> all = new ArrayList<>(List.of("CREATE SCHEMA s%d".formatted(i)));
        USES.get(i).setup().forEach(sql -> all.add(sql.formatted(i)));
        all.add(LOSE.formatted(i));
        return all.toArray(String[]::new);
    }

    private static List<String> types(TestDatabase database) {
        return database.queryTexts("SELECT oid || ' ' || typname || ' ' || typnamespace FROM pg_type ORDER BY oid");
    }

    private static List<Object> dependents(CleanupReport report, String schema) {
        return report.results().stream()
                .filter(result -> result.finding().code() == FindingCode.TYPE_IN_USE)
                .filter(result -> schema.equals(result.finding().subject().schema()))
                .<Object>flatMap(result ->
                        ((List<?>) result.finding().evidence().getOrDefault("dependents", List.of())).stream())
                .toList();
    }
}
