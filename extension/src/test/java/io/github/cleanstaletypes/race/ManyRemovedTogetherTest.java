package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A look at many types together only chooses: whoever moves after it, and before a type is removed, is seen all the same. */
class ManyRemovedTogetherTest {

    /** The round trip in which a type is taken, by its new name. */
    private static final String TAKING = "ALTER TYPE ";

    private static final List<String> NAMES =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    private static final String LOOK_AT_OTHERS = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY";

    private static final String FUNCTION =
            "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS" + " $$BEGIN RETURN 'a'::\"third\"::text; END$$";

    @EachServer({"14.22", "18.6"})
    void what_uses_a_type_while_another_one_of_its_batch_goes_keeps_it(PostgresServer server) throws Exception {
        try (Scene scene = new Scene(server)) {
            scene.cleanWhile((takes, other) -> {
                if (takes == 1) {
                    other.send(
                            FUNCTION,
                            "CREATE TABLE t (c fourth)",
                            "CREATE DOMAIN d AS fifth",
                            "CREATE FUNCTION f(a sixth[]) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                            "CREATE VIEW v AS SELECT 'a'::seventh AS c");
                }
            });
            assertThat(scene.names()).containsExactly("third", "fourth", "fifth", "sixth", "seventh");
        }
    }

    @EachServer({"14.22", "18.6"})
    void what_is_changed_of_a_type_while_another_one_of_its_batch_goes_is_in_its_undo(PostgresServer server)
            throws Exception {
        try (Scene scene = new Scene(server)) {
            CleanupReport report = scene.cleanWhile((takes, other) -> {
                if (takes == 1) {
                    other.send("ALTER TYPE third ADD VALUE 'late'", "COMMENT ON TYPE fourth IS 'late'");
                }
            });
            assertThat(undoOf("third", report)).contains("'late'");
            assertThat(undoOf("fourth", report)).contains("'late'");
        }
    }

    /** On a busy server some transaction or other ends all the time, so that each type is looked at once it is taken. */
    @EachServer({"14.22", "18.6"})
    void where_transactions_end_all_the_time_each_type_is_looked_at_once_it_is_taken(PostgresServer server)
            throws Exception {
        try (Scene scene = new Scene(server)) {
            CleanupReport report = scene.cleanWhile((takes, other) -> {
                other.send("SELECT pg_current_xact_id()");
                // the first one is taken three times until it is clear that nobody rests here
                if (takes == 5) {
                    other.send(
                            FUNCTION,
                            "CREATE TABLE t (c fourth)",
                            "ALTER TYPE fifth ADD VALUE 'late'",
                            "COMMENT ON TYPE sixth IS 'late'");
                }
            });
            assertThat(scene.names()).containsExactly("third", "fourth");
            assertThat(undoOf("fifth", report)).contains("'late'");
            assertThat(undoOf("sixth", report)).contains("'late'");
        }
    }

    /** Such a function blocks no DROP, and no look sees it before it is committed. */
    @EachServer({"14.22", "18.6"})
    void a_transaction_that_has_written_something_is_waited_for_and_what_it_made_is_seen(PostgresServer server)
            throws Exception {
        try (Scene scene = new Scene(server)) {
            scene.other.send("BEGIN", FUNCTION);
            AtomicInteger looks = new AtomicInteger();
            scene.clean((number, statement) -> {
                // after the inspection's look at others and the first one at who writes
                if (statement.startsWith(LOOK_AT_OTHERS) && looks.incrementAndGet() == 3) {
                    scene.other.send("COMMIT");
                }
            });
            assertThat(looks.get()).isGreaterThan(2);
            assertThat(scene.names()).containsExactly("third");
            assertThat(scene.database.queryText("SELECT f()")).isEqualTo("a");
        }
    }

    @EachServer({"14.22", "18.6"})
    void more_types_than_a_batch_has_are_all_removed(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                OneConnection own = new OneConnection(database)) {
            own.execute(String.join(
                    ";",
                    IntStream.range(0, 104)
                            .mapToObj(i -> i % 3 == 0
                                    ? "CREATE DOMAIN d" + i + " AS int"
                                    : "CREATE TYPE c" + i + " AS (a int)")
                            .toList()));
            CleanupReport report =
                    StaleTypes.in(own.dataSource()).claimingAllUnused().clean();
            assertThat(report.cleaned()).isEqualTo(104);
            assertThat(own.queryText("SELECT count(*) FROM pg_type WHERE oid >= 16384"))
                    .isEqualTo("0");
        }
    }

    private static String undoOf(String name, CleanupReport report) {
        return report.results().stream()
                .filter(result -> name.equals(result.finding().subject().name()))
                .filter(result -> result.outcome().healed())
                .findFirst()
                .flatMap(Result::undo)
                .orElse("");
    }

    /** What the other session does before a type is taken. */
    private interface Move {
        void before(int takes, OtherSession other);
    }

    /** Unused enums, and another session. */
    private static final class Scene implements AutoCloseable {

        private final TestDatabase database;
        private final Onlooker onlooker;
        private final OtherSession other;

        Scene(PostgresServer server) throws SQLException {
            database = server.createDatabase();
            onlooker = new Onlooker(server);
            other = new OtherSession(database, onlooker);
            for (String name : NAMES) {
                database.execute("CREATE TYPE " + name + " AS ENUM ('a')");
            }
        }

        CleanupReport cleanWhile(Move move) {
            AtomicInteger takes = new AtomicInteger();
            return clean((number, statement) -> {
                if (statement.startsWith(TAKING)) {
                    move.before(takes.incrementAndGet(), other);
                }
            });
        }

        CleanupReport clean(Tap tap) {
            CleanupReport report = StaleTypes.in(Tapped.dataSource(database.dataSource(), tap))
                    .claimingAllUnused()
                    .clean();
            other.succeeds();
            assertThat(report.remaining()).as(report.results().toString()).isZero();
            return report;
        }

        /** The enums that have their names. */
        List<String> names() {
            return database
                    .queryTexts("SELECT typname::text FROM pg_type WHERE typtype = 'e' AND oid >= 16384"
                            + " AND typname !~ '^stale_' ORDER BY oid")
                    .stream()
                    .map(String::valueOf)
                    .toList();
        }

        @Override
        public void close() throws SQLException {
            other.close();
            onlooker.close();
            database.close();
        }
    }
}
