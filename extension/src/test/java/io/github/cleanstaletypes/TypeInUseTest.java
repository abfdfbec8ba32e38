package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.KindOfUse;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;

/** A type that something uses is never removed, and whoever uses it is named. */
class TypeInUseTest {

    private static final String FRESH = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public";

    @EachServer(sample = 1)
    void is_left_and_its_user_named_for_each_use_that_the_server_knows(PostgresServer server) {
        List<KindOfUse> uses = KindOfUse.known();
        try (TestDatabase database = server.createDatabase()) {
            List<SqlName> types = new ArrayList<>();
            List<String> statements = new ArrayList<>();
            for (KindOfUse use : uses) {
                String schema = "s" + types.size();
                types.add(new SqlName(schema, use.type()));
                statements.add("CREATE SCHEMA " + schema + "; SET search_path = " + schema);
                statements.addAll(use.setup());
            }
            database.execute(statements.toArray(String[]::new));
            Cleaner engine = Cleaner.in(database.dataSource())
                    .claiming(types.stream().map(SqlName::toString).toArray(String[]::new));
            assertSoftly(softly -> {
                for (CleanupReport report : List.of(engine.check(), engine.clean())) {
                    for (SqlName type : types) {
                        check(softly, report, type, uses.get(types.indexOf(type)));
                    }
                }
                for (SqlName type : types) {
                    KindOfUse use = uses.get(types.indexOf(type));
                    works(softly, database, use, "SET search_path = " + type.schema() + "; " + use.works());
                }
            });
        }
    }

    @EachServer(sample = 1)
    void is_left_for_each_way_in_which_a_function_body_can_mention_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            assertSoftly(softly -> {
                for (KindOfUse use : KindOfUse.mentioned()) {
                    List<String> statements = new ArrayList<>(List.of(FRESH));
                    statements.addAll(use.setup());
                    database.execute(statements.toArray(String[]::new));
                    SqlName type =
                            new SqlName("public", SqlName.parse(use.type()).name());
                    check(
                            softly,
                            Cleaner.in(database.dataSource())
                                    .claiming(use.type())
                                    .clean(),
                            type,
                            use);
                    works(softly, database, use, use.works());
                }
            });
        }
    }

    @EachServer("18.6")
    void is_left_where_json_is_returned_as_it_which_the_server_forgets(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "CREATE VIEW v AS SELECT JSON_VALUE(jsonb '{\"a\": \"ok\"}', '$.a' RETURNING mood)::text AS t");
            CleanupReport report =
                    Cleaner.in(database.dataSource()).claiming("mood").clean();
            assertThat(Told.by(report)).containsExactly("TYPE_IN_USE public.mood noted");
            assertThat(dependents(report, "public")).containsExactly("view public.v");
            assertThat(database.queryText("SELECT t FROM v")).isEqualTo("ok");
        }
    }

    private static void check(SoftAssertions softly, CleanupReport report, SqlName type, KindOfUse use) {
        softly.assertThat(Told.by(report))
                .as(use.by())
                .filteredOn(line -> line.contains(" " + type + " "))
                .containsExactly("TYPE_IN_USE " + type + " noted");
        String schema = String.valueOf(type.schema());
        softly.assertThat(dependents(report, schema))
                .as(use.by())
                .containsAnyElementsOf(
                        List.of(use.words().replace("public.", schema + ".").split(" or ")));
    }

    private static void works(SoftAssertions softly, TestDatabase database, KindOfUse use, String statement) {
        softly.assertThat(failureOf(() -> database.execute(statement)))
                .as(use.by() + " after clean")
                .isEmpty();
    }

    private static String failureOf(Runnable work) {
        try {
            work.run();
            return "";
        } catch (IllegalStateException e) {
            return e.getMessage() + " " + e.getCause();
        }
    }

    @EachServer(sample = 1)
    void is_not_used_by_what_only_looks_like_a_mention(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE SCHEMA other",
                    "CREATE TYPE mood AS ENUM ()",
                    "CREATE TYPE other.mood AS ENUM ()",
                    "CREATE TYPE \"Odd Name\" AS ENUM ()",
                    "CREATE TYPE \"Mood2\" AS ENUM ()",
                    "CREATE TYPE \"user\" AS ENUM ()",
                    """
                    CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$
                    DECLARE a other.mood; b "other" . "mood";
                    BEGIN
                        -- moody, in_mood, mood_, mood2, moodé and "moo d"
                        -- Odd Name, odd name, "odd name"; Mood2, "mood2"; user, USER and current_user; "USER", other.user
                    END $$
                    """);
            String[] names = {"mood", "\"Odd Name\"", "\"Mood2\"", "\"user\""};
            CleanupReport report = Quiet.in(database).claiming(names).clean();
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder(
                            "UNUSED_TYPE public.mood dropped",
                            "UNUSED_TYPE public.\"Odd Name\" dropped",
                            "UNUSED_TYPE public.\"Mood2\" dropped",
                            "UNUSED_TYPE public.user dropped");
            assertThat(database.queryTexts("SELECT typnamespace::regnamespace FROM pg_type WHERE typname = 'mood'"))
                    .containsExactly("other");
            database.execute("SELECT f()");
        }
    }

    @EachServer(sample = 1)
    void is_left_when_another_session_s_temporary_table_uses_it(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            statement.execute("CREATE TEMPORARY TABLE t (c mood)");
            CleanupReport report =
                    Cleaner.in(database.dataSource()).claiming("mood").clean();
            assertThat(Told.by(report)).containsExactly("TYPE_IN_USE public.mood noted");
            assertThat(dependents(report, "public"))
                    .singleElement()
                    .asString()
                    .matches("column c of table pg_temp_\\d+\\.t");
            statement.execute("INSERT INTO t VALUES ('ok')");
        }
    }

    @EachServer(sample = 1)
    void is_left_among_so_many_names_that_every_function_body_is_read(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "DO 'BEGIN FOR i IN 1..101 LOOP EXECUTE format(''CREATE TYPE t%s AS ENUM ()'', i); END LOOP; END'",
                    "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'DECLARE t t101; BEGIN END'");
            CleanupReport report = Cleaner.in(database.dataSource())
                    .claiming("t101")
                    .claimingAllUnused()
                    .check();
            assertThat(report.remaining()).isEqualTo(100);
            assertThat(Told.by(report)).contains("TYPE_IN_USE public.t101 noted");
        }
    }

    @EachServer(sample = 1)
    void fails_the_run_only_where_the_name_must_be_free(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')", "CREATE TABLE o (c mood)");
            Cleaner engine = Cleaner.in(database.dataSource());
            List<Cleaner> demanding = List.of(
                    engine.claiming("mood").strictly(),
                    engine.claiming(List.of(new Claim(SqlName.parse("mood"), ClaimSource.MIGRATION))),
                    engine.claiming(List.of(new Claim(SqlName.parse("mood"), ClaimSource.ERROR))));
            for (Cleaner each : demanding) {
                assertThat(Told.by(each.check())).containsExactly("TYPE_IN_USE public.mood reported");
                CleanupReport cleaned = each.clean();
                assertThat(Told.by(cleaned)).containsExactly("TYPE_IN_USE public.mood refused");
                assertThat(cleaned.isClean()).isFalse();
                assertThat(cleaned.couldNotFinish()).isFalse();
            }
            assertThat(engine.claiming("mood").clean().isClean()).isTrue();
            database.execute("INSERT INTO o VALUES ('ok')");
        }
    }

    @EachServer(sample = 1)
    void goes_after_what_used_it_was_removed(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ()", "CREATE TYPE pair AS (m mood)", "CREATE DOMAIN pairs AS pair[]");
            CleanupReport report =
                    Quiet.in(database).claiming("mood", "pair", "pairs").clean();
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder(
                            "UNUSED_TYPE public.pairs dropped",
                            "UNUSED_TYPE public.pair dropped",
                            "UNUSED_TYPE public.mood dropped");
        }
    }

    private static List<Object> dependents(CleanupReport report, String schema) {
        return report.results().stream()
                .map(Result::finding)
                .filter(finding -> finding.code() == FindingCode.TYPE_IN_USE)
                .filter(finding -> schema.equals(finding.subject().schema()))
                .flatMap(finding -> ((List<?>) finding.evidence().getOrDefault("dependents", List.of())).stream())
                .collect(Collectors.toList());
    }
}
