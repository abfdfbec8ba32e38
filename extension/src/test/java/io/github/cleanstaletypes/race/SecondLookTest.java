package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever moves while a type is to be removed makes the cleaner look again, and the second look is as patient as the first. */
class SecondLookTest {

    private static final String LOOK_AT_OTHERS = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY";

    /** The round trip in which the type is renamed, before it is known whether it still is what it was. */
    private static final String TAKING = "ALTER TYPE ";

    @EachServer({"14.22", "18.6"})
    void a_creation_that_begins_just_before_the_removal_is_waited_for(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession creator = new OtherSession(database, onlooker)) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            AtomicInteger changes = new AtomicInteger();
            AtomicInteger looks = new AtomicInteger();
            CleanupReport report = StaleTypes.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.startsWith(TAKING) && changes.incrementAndGet() == 1) {
                            creator.send("BEGIN", "CREATE TABLE t(id int)");
                        }
                        if (statement.startsWith(LOOK_AT_OTHERS) && looks.incrementAndGet() == 5) {
                            creator.send("COMMIT");
                        }
                    }))
                    .claiming("mood")
                    .clean();
            assertThat(looks.get()).as("looks at others").isGreaterThanOrEqualTo(5);
            assertThat(report.remaining()).as(report.results().toString()).isZero();
            assertThat(database.queryText("SELECT to_regtype('mood')")).isNull();
            creator.succeeds();
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_creation_that_goes_on_keeps_the_type_from_being_removed(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession creator = new OtherSession(database, onlooker)) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            creator.send("BEGIN", "CREATE TABLE t(c text)");
            CleanupReport report = StaleTypes.in(database.dataSource())
                    .claiming("mood")
                    .waitingForCreators(Duration.ofMillis(150))
                    .clean();
            assertThat(report.results())
                    .filteredOn(result -> result.outcome() == Outcome.REFUSED)
                    .extracting(Result::refusal)
                    .containsExactly(Refusal.CREATOR);
            assertThat(database.queryText("SELECT 'mood'::regtype")).isEqualTo("mood");
            creator.send("ALTER TABLE t ALTER c TYPE mood USING c::mood", "COMMIT");
            creator.succeeds();
            database.execute("INSERT INTO t VALUES ('a')");
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_function_that_mentions_the_type_before_it_is_taken_keeps_it(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession other = new OtherSession(database, onlooker)) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            AtomicInteger takes = new AtomicInteger();
            CleanupReport report = StaleTypes.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.startsWith(TAKING) && takes.incrementAndGet() == 1) {
                            other.send("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS"
                                    + " $$BEGIN RETURN 'a'::mood::text; END$$");
                        }
                    }))
                    .claiming("mood")
                    .clean();
            other.succeeds();
            assertThat(report.results()).extracting(Result::outcome).containsExactly(Outcome.NOTED);
            assertThat(database.queryText("SELECT f()")).isEqualTo("a");
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_type_that_gets_another_name_or_schema_before_it_is_taken_stays(PostgresServer server) throws Exception {
        for (String change : List.of("ALTER TYPE mood RENAME TO wanted", "ALTER TYPE mood SET SCHEMA elsewhere")) {
            try (TestDatabase database = server.createDatabase();
                    Onlooker onlooker = new Onlooker(server);
                    OtherSession other = new OtherSession(database, onlooker)) {
                database.execute("CREATE SCHEMA elsewhere", "CREATE TYPE mood AS ENUM ('a')");
                AtomicInteger takes = new AtomicInteger();
                StaleTypes.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                            if (statement.startsWith(TAKING) && takes.incrementAndGet() == 1) {
                                other.send(change);
                            }
                        }))
                        .claiming("public.mood")
                        .clean();
                other.succeeds();
                assertThat(takes.get()).as("types taken").isPositive();
                assertThat(database.queryText("SELECT string_agg(typname, ' ') FROM pg_type WHERE typtype = 'e'"))
                        .as(change)
                        .isIn("wanted", "mood");
            }
        }
    }

    @EachServer({"14.22", "18.6"})
    void what_is_changed_before_it_is_taken_is_in_the_undo(PostgresServer server) throws Exception {
        for (String change : List.of(
                "ALTER TYPE mood ADD VALUE 'late'",
                "ALTER TYPE mood RENAME VALUE 'a' TO 'late'",
                "COMMENT ON TYPE mood IS 'late'",
                "GRANT USAGE ON TYPE mood TO pg_monitor /* late */")) {
            try (TestDatabase database = server.createDatabase();
                    Onlooker onlooker = new Onlooker(server);
                    OtherSession other = new OtherSession(database, onlooker)) {
                database.execute("CREATE TYPE mood AS ENUM ('a')");
                AtomicInteger takes = new AtomicInteger();
                CleanupReport report = StaleTypes.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                            if (statement.startsWith(TAKING) && takes.incrementAndGet() == 1) {
                                other.send(change);
                            }
                        }))
                        .claiming("public.mood")
                        .clean();
                other.succeeds();
                assertThat(report.cleaned()).as(change).isEqualTo(1);
                assertThat(report.results())
                        .as(change)
                        .allSatisfy(result ->
                                assertThat(result.undo().orElse("")).containsAnyOf("'late'", "TO pg_monitor"));
            }
        }
    }

    @EachServer({"14.22", "18.6"})
    void types_that_another_session_removes_a_moment_before_each_time_are_no_failure(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession other = new OtherSession(database, onlooker)) {
            database.execute("CREATE TYPE mood1 AS ENUM ('a')", "CREATE TYPE mood2 AS ENUM ('a')");
            AtomicInteger takes = new AtomicInteger();
            CleanupReport report = StaleTypes.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.startsWith(TAKING)) {
                            switch (takes.incrementAndGet()) {
                                case 1 -> other.send("DROP TYPE mood1", "BEGIN", "COMMENT ON TYPE mood2 IS 'mine'");
                                case 3 -> other.send("COMMIT", "DROP TYPE mood2");
                                default -> {}
                            }
                        }
                    }))
                    .claiming("mood1", "mood2")
                    // the other one commits only when a type of his has been taken
                    .waitingForCreators(Duration.ofMillis(100))
                    .clean();
            other.succeeds();
            assertThat(takes.get()).as("types taken").isEqualTo(3);
            assertThat(report.results()).as("what the report says").isEmpty();
        }
    }
}
