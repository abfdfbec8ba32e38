package io.github.cleanstaletypes.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an error claims is renamed until the command has run again; it is dropped only if its name is taken by then, and gets it back
 * otherwise, whoever comes first to give it.
 */
class SetAsideTest {

    private static final GuardToken TOKEN = new GuardToken(1, "00000000", "0123456789abcdef", null);

    /** One of each kind that may be removed, and how it is made. */
    private static final Map<String, String> KINDS = Map.of(
            "mood", "CREATE TYPE mood AS ENUM ('sad', 'ok')",
            "positive", "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
            "address", "CREATE TYPE address AS (street text, town text)",
            "period", "CREATE TYPE period AS RANGE (subtype = date)",
            "span", "CREATE TYPE span AS RANGE (subtype = int, multirange_type_name = spans)");

    /** Those that differ in what has their name. */
    private static final List<String> DIFFERENT = List.of("mood", "period");

    private static final String EVERYTHING =
            "SELECT oid || ' ' || typname || ' ' || coalesce(obj_description(oid, 'pg_type'), '')"
                    + " FROM pg_type WHERE oid >= 16384 UNION ALL SELECT oid || ' ' || oid::regprocedure FROM pg_proc WHERE oid >= 16384"
                    + " UNION ALL SELECT oid || ' ' || relname FROM pg_class WHERE oid >= 16384 ORDER BY 1";

    private static final String OLD_TYPES = "SELECT typname FROM pg_type WHERE typname LIKE '%stale%'";

    @EachServer
    void its_name_is_free_whatever_kind_it_is_and_once_that_is_taken_it_is_dropped(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            KINDS.forEach((name, create) -> {
                database.execute(create, comment(name));
                Cleaner guard = guard(database);
                Result aside = setAside(guard, name);
                assertThat(aside.outcome().word()).as(aside.why()).isEqualTo("quarantined");
                assertThat(aside.undo().orElseThrow()).contains(name);
                database.execute(create);

                CleanupReport settled = guard.forGuard().settle(true);
                assertThat(told(settled)).containsExactly("public." + name + " dropped");
                assertThat(settled.results().get(0).undo())
                        .as("what recreates it, by the names that it had")
                        .isEqualTo(aside.undo());
            });
            assertThat(database.queryTexts(OLD_TYPES)).isEmpty();
            assertThat(database.queryTexts("SELECT proname FROM pg_proc WHERE proname LIKE '%stale%'"))
                    .isEmpty();
        }
    }

    @EachServer
    void unless_its_name_is_taken_it_gets_back_all_that_it_had_however_the_command_ended(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            KINDS.forEach((name, create) -> database.execute(create, comment(name)));
            var before = database.queryTexts(EVERYTHING);
            for (boolean succeeded : List.of(true, false)) {
                Cleaner guard = guard(database);
                KINDS.keySet().forEach(name -> setAside(guard, name));
                assertThat(database.queryTexts(EVERYTHING)).isNotEqualTo(before);
                assertThat(told(guard.forGuard().settle(succeeded)))
                        .containsExactlyInAnyOrder(KINDS.keySet().stream()
                                .map(name -> "public." + name + " restored")
                                .toArray(String[]::new));
                assertThat(database.queryTexts(EVERYTHING)).isEqualTo(before);
            }
        }
    }

    @EachServer(sample = 1)
    void after_a_guard_that_was_killed_the_next_run_gives_the_name_back(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            DIFFERENT.forEach(name -> database.execute(String.valueOf(KINDS.get(name)), comment(name)));
            var before = database.queryTexts(EVERYTHING);
            Cleaner killed = killedGuard(database);
            List<Supplier<CleanupReport>> next = List.of(
                    guard(database)::clean,
                    Cleaner.in(database.dataSource())::clean,
                    Cleaner.in(database.dataSource())::restore);
            for (Supplier<CleanupReport> run : next) {
                DIFFERENT.forEach(name -> setAside(killed, name));
                assertThat(told(run.get())).containsExactlyInAnyOrder("public.mood restored", "public.period restored");
                assertThat(database.queryTexts(EVERYTHING)).isEqualTo(before);
            }
        }
    }

    @EachServer(sample = 1)
    void after_a_guard_that_was_killed_once_the_name_was_taken_the_next_run_drops_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            for (String name : DIFFERENT) {
                String create = String.valueOf(KINDS.get(name));
                database.execute(create);
                setAside(killedGuard(database), name);
                database.execute(create);
                database.awaitNobodyConnected();
                assertThat(told(Cleaner.in(database.dataSource()).restore()))
                        .as("restore does not take a name from anything")
                        .containsExactly("public." + name + " refused");
                assertThat(told(Cleaner.in(database.dataSource()).clean()))
                        .containsExactly("public." + name + " dropped");
            }
            assertThat(database.queryTexts(OLD_TYPES)).isEmpty();
        }
    }

    @EachServer(sample = 1)
    void what_the_failed_command_has_taken_the_name_of_is_kept_until_a_person_decides(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')", "COMMENT ON TYPE mood IS 'mine'");
            var before = database.queryTexts(EVERYTHING);
            Cleaner guard = guard(database);
            setAside(guard, "mood");
            String name = database.queryText("SELECT typname FROM pg_type WHERE typtype = 'e'");
            database.execute("CREATE TYPE mood AS ENUM ('new')");
            assertThat(told(guard.forGuard().settle(false))).containsExactly("public.mood noted");

            Cleaner clean = Cleaner.in(database.dataSource());
            assertThat(told(clean.clean())).containsExactly("public.mood noted");
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum")).containsExactly("old", "new");
            database.execute("DROP TYPE mood");
            assertThat(told(clean.clean())).containsExactly("public.mood restored");
            assertThat(database.queryTexts(EVERYTHING)).isEqualTo(before);

            setAside(guard, "mood");
            database.execute("CREATE TYPE mood AS ENUM ('new')");
            guard.forGuard().settle(false);
            database.awaitNobodyConnected();
            assertThat(told(clean.claiming("public." + name).clean())).containsExactly("public.mood dropped");
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum")).containsExactly("new");
        }
    }

    @EachServer(sample = 1)
    void what_would_not_keep_it_from_having_its_name_has_not_taken_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE SCHEMA app",
                    "CREATE TYPE mood AS ENUM ('old')",
                    "CREATE TYPE address AS (street text)",
                    "CREATE TYPE number AS (n int)");
            Cleaner guard = guard(database);
            List.of("mood", "address", "number").forEach(name -> setAside(guard, name));
            database.execute("CREATE SEQUENCE mood", "CREATE TYPE app.address AS ENUM ()", "CREATE SEQUENCE number");
            assertThat(told(guard.forGuard().settle(true)))
                    .containsExactly("public.mood restored", "public.address restored", "public.number dropped");
        }
    }

    /** Version 0.1.0 drops what it finds quarantined. */
    @EachServer(sample = 1)
    void its_comment_is_none_that_the_first_version_takes_for_its_own(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')", "COMMENT ON TYPE mood IS 'mine'");
            setAside(guard(database), "mood");
            assertThat(database.queryText("SELECT obj_description(oid, 'pg_type') FROM pg_type WHERE typtype = 'e'"))
                    .isEqualTo("clean-stale-types: set aside by guard 0123456789abcdef, original name \"mood\"\nmine")
                    .doesNotStartWith(Quarantine.MARKER);
        }
    }

    @EachServer(sample = 1)
    void a_run_within_the_guard_that_is_at_work_leaves_it_alone(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')");
            Cleaner guard = guard(database);
            setAside(guard, "mood");
            var aside = database.queryTexts(EVERYTHING);
            assertThat(told(guard.claiming("mood").clean())).containsExactly("public.mood noted");
            assertThat(guard.restore().results()).isEmpty();
            database.execute("CREATE TABLE mood ()");
            assertThat(told(guard.clean())).containsExactly("public.mood noted");
            assertThat(database.queryTexts(EVERYTHING)).containsAll(aside);
        }
    }

    @EachServer(sample = 1)
    void what_could_have_its_name_back_by_the_time_that_it_was_to_be_dropped_is_not(PostgresServer server) {
        for (boolean restored : List.of(true, false)) {
            try (TestDatabase database = server.createDatabase()) {
                database.execute("CREATE TYPE mood AS ENUM ('old')");
                setAside(killedGuard(database), "mood");
                database.execute("CREATE TYPE mood AS ENUM ('new')");
                Cleaner.in(database.dataSource())
                        .reportingTo(new Progress() {
                            @Override
                            public void starting(Step step) {
                                if (step.action() == Action.DISCARD) {
                                    database.execute("DROP TYPE mood");
                                    if (restored) {
                                        Cleaner.in(database.dataSource()).restore();
                                    }
                                }
                            }
                        })
                        .clean();
                assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype"))
                        .containsExactly("old");
            }
        }
    }

    @EachServer(sample = 1)
    void a_function_that_mentions_it_meanwhile_gets_it_back(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            Cleaner guard = guard(database);
            setAside(guard, "mood");
            database.execute("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM ''ok''::mood; END'");
            assertThat(told(guard.forGuard().settle(true))).containsExactly("public.mood restored");
            database.execute("SELECT f()");
        }
    }

    @EachServer(sample = 1)
    void a_long_name_is_cut_between_characters_and_a_name_that_is_taken_gets_a_number(PostgresServer server) {
        String name = "é".repeat(31) + "e";
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE \"" + name + "\" AS ENUM ()", "CREATE TYPE mood AS (a int)");
            String oid = database.queryText("SELECT 'mood'::regtype::oid");
            database.execute("CREATE SEQUENCE stale_" + oid + "_mood", "CREATE TABLE stale_" + oid + "_2_mood ()");
            var before = database.queryTexts(EVERYTHING);
            Cleaner guard = guard(database);
            setAside(guard, "mood");
            assertThat(database.queryText("SELECT typname FROM pg_type WHERE oid = " + oid))
                    .isEqualTo("stale_" + oid + "_3_mood");
            setAside(guard, "\"" + name + "\"");
            assertThat(database.queryText(
                            "SELECT regexp_replace(typname, '[0-9]+', '') FROM pg_type WHERE typtype = 'e'"))
                    .startsWith("stale__éé")
                    .endsWith("é");
            guard.forGuard().settle(true);
            assertThat(database.queryTexts(EVERYTHING)).isEqualTo(before);
        }
    }

    @EachServer(sample = 1)
    void of_two_that_had_one_name_restore_wants_to_be_told_which(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('first')");
            setAside(killedGuard(database), "mood");
            database.execute("CREATE TYPE mood AS ENUM ('second')");
            Cleaner other = guard(database);
            setAside(other, "mood");
            Cleaner restore = Cleaner.in(database.dataSource());
            CleanupReport refused = restore.restore();
            assertThat(told(refused)).containsExactly("public.mood refused", "public.mood refused");
            assertThat(refused.results().get(0).refusal()).isEqualTo(Refusal.NAME_TAKEN);
            String second = database.queryText("SELECT t.typname FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid"
                    + " WHERE enumlabel = 'second'");
            assertThat(refused.results().get(0).explanation())
                    .contains("claiming(\"public." + second + "\").restore()");
            assertThat(told(restore.claiming("public." + second).restore()))
                    .containsExactly("public.mood refused", "public.mood restored");
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype"))
                    .containsExactly("second");
        }
    }

    @EachServer(sample = 1)
    void who_owns_the_schema_alone_cannot_set_it_aside(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "CREATE SCHEMA app AUTHORIZATION " + role, "CREATE TYPE app.mood AS ENUM ('of somebody else')");
            try (Connection connection = database.connect(role)) {
                Result result = Cleaner.on(connection)
                        .underGuard(TOKEN)
                        .forGuard()
                        .heal(SqlName.parse("app.mood"))
                        .orElseThrow();
                assertThat(result.refusal()).isEqualTo(Refusal.PRIVILEGE);
                assertThat(result.why()).contains("only its owner \"postgres\"");
            }
            database.execute("SELECT 'of somebody else'::app.mood");
        }
    }

    private static Cleaner guard(TestDatabase database) {
        return Cleaner.in(database.dataSource()).underGuard(TOKEN);
    }

    /** Runs of a guard that never came to settle anything. */
    private static Cleaner killedGuard(TestDatabase database) {
        return Cleaner.in(database.dataSource()).underGuard(new GuardToken(1, "00000000", "fedcba9876543210", null));
    }

    private static Result setAside(Cleaner guard, String name) {
        return guard.forGuard().heal(SqlName.parse("public." + name)).orElseThrow();
    }

    private static String comment(String name) {
        return "COMMENT ON TYPE " + name + " IS 'of a person, called \"" + name + "\"'";
    }

    private static List<String> told(CleanupReport report) {
        return report.results().stream()
                .map(result -> result.finding().subject().display() + " "
                        + result.outcome().word())
                .toList();
    }
}
