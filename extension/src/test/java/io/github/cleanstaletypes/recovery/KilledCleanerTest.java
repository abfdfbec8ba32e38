package io.github.cleanstaletypes.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Onlooker;
import io.github.cleanstaletypes.race.OtherSession;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Wherever a cleaner's session or process ends, nothing is half done, and the next run completes what it began. */
class KilledCleanerTest {

    private static final Cleaning CLEAN =
            dataSource -> StaleTypes.in(dataSource).claiming(StaleMood.NAME).clean();
    private static final Cleaning RESTORE =
            dataSource -> StaleTypes.in(dataSource).restore();

    @EachServer(sample = 1)
    void a_removal_whose_session_ends_after_any_statement_is_completed_by_the_next_run(PostgresServer server)
            throws Exception {
        try (Scene scene = new Scene(server)) {
            Set<String> left = new HashSet<>();
            for (int after : places(scene.tripsOf(CLEAN))) {
                scene.loseSession(CLEAN, after);
                List<@Nullable String> moods = scene.then(CLEAN);
                left.add(String.valueOf(moods.get(0)).replaceAll("\\d+", "N"));
                assertThat(moods.get(1)).as("after the next run").isNull();
            }
            assertThat(left).as("what was left").hasSize(server.locksTypes() ? 1 : 2);
        }
    }

    @EachServer("14.22")
    void a_quarantine_whose_session_ends_after_any_statement_is_completed_by_the_next_run_and_can_be_restored(
            PostgresServer server) throws Exception {
        try (Scene scene = new Scene(server);
                OtherSession application = scene.application()) {
            for (int after : places(scene.tripsOf(CLEAN))) {
                scene.loseSession(CLEAN, after);
                List<@Nullable String> moods = scene.then(CLEAN, RESTORE);
                assertThat(moods.get(1)).as("after the next run").matches(StaleMood.QUARANTINED);
                assertThat(moods.get(2)).as("after restore").isEqualTo(StaleMood.INTACT);
            }
            application.succeeds();
        }
    }

    @EachServer("14.22")
    void a_restoration_whose_session_ends_after_any_statement_is_completed_by_the_next(PostgresServer server)
            throws Exception {
        try (Scene scene = new Scene(server);
                OtherSession application = scene.application()) {
            scene.then(CLEAN);
            List<String> trips = scene.tripsOf(RESTORE);
            scene.then(CLEAN);
            for (int after : places(trips)) {
                scene.loseSession(RESTORE, after);
                List<@Nullable String> moods = scene.then(RESTORE, CLEAN);
                assertThat(moods.get(1)).as("after the next restore").isEqualTo(StaleMood.INTACT);
                assertThat(moods.get(2)).as("after a clean").matches(StaleMood.QUARANTINED);
            }
            application.succeeds();
        }
    }

    @EachServer(sample = 1)
    void a_process_killed_after_each_change_leaves_nothing_half_done(PostgresServer server) throws Exception {
        try (Scene scene = new Scene(server)) {
            List<String> trips = scene.tripsOf(CLEAN);
            List<Integer> changes = IntStream.rangeClosed(1, trips.size())
                    .filter(trip -> trips.get(trip - 1).matches("(?s)(ALTER|COMMENT|DROP|commit).*"))
                    .filter(trip -> trip > trips.size() / 2)
                    .boxed()
                    .toList();
            assertThat(changes).hasSizeGreaterThan(1);
            for (int change : changes) {
                // after the last one there is no more round trip to be killed before
                scene.killProcess("clean", Math.min(change + 1, trips.size()));
                assertThat(scene.then(CLEAN).get(1)).as("after the next run").isNull();
            }
        }
    }

    @EachServer("14.22")
    void a_process_killed_while_it_restores_leaves_nothing_half_done(PostgresServer server) throws Exception {
        try (Scene scene = new Scene(server);
                OtherSession application = scene.application()) {
            scene.then(CLEAN);
            List<String> trips = scene.tripsOf(RESTORE);
            scene.then(CLEAN);
            int rename = 1
                    + IntStream.range(0, trips.size())
                            .filter(i -> trips.get(i).startsWith("ALTER"))
                            .findFirst()
                            .orElseThrow();
            scene.killProcess("restore", rename + 1);
            List<@Nullable String> moods = scene.then(RESTORE);
            assertThat(moods.get(0)).as("after the kill").matches(StaleMood.QUARANTINED);
            assertThat(moods.get(1)).as("after the next restore").isEqualTo(StaleMood.INTACT);
            application.succeeds();
        }
    }

    /**
     * After how many round trips to end a session: after each that takes a lock or changes something, and after some that only look;
     * after each in the long form. After the last one there is nothing left to end.
     */
    private static List<Integer> places(List<String> trips) {
        return IntStream.range(0, trips.size())
                .filter(
                        after -> LongForm.isOn()
                                || after % 6 == 0
                                || trips.get(after - 1)
                                        .matches(
                                                "(ALTER|COMMENT|CREATE|DROP|LOCK|commit|rollback|SELECT pg_catalog.pg_try_adv).*"))
                .boxed()
                .toList();
    }

    /** A run of the cleaner. */
    @FunctionalInterface
    private interface Cleaning {
        CleanupReport in(DataSource dataSource);
    }

    /** One database with the stale type and its surroundings; each step checks that these are as they were. */
    private static final class Scene implements AutoCloseable {

        private final TestDatabase database;
        private final Onlooker onlooker;
        private final List<String> surroundings;

        Scene(PostgresServer server) throws SQLException {
            database = server.createDatabase();
            onlooker = new Onlooker(server);
            try (OneConnection connection = new OneConnection(database)) {
                Surroundings.create(connection);
                StaleMood.create(connection);
                surroundings = Surroundings.of(connection);
            }
        }

        /** Somebody who is connected all the time. */
        OtherSession application() throws SQLException {
            OtherSession application = new OtherSession(database, onlooker);
            application.send("SET application_name = 'application'");
            return application;
        }

        /** The round trips of undisturbed work; the type is made anew after that. */
        List<String> tripsOf(Cleaning work) throws Exception {
            awaitCompanyGone();
            List<String> trips = Tapped.tripsOf(database.dataSource(), work::in);
            try (OneConnection connection = new OneConnection(database)) {
                StaleMood.create(connection);
            }
            return trips;
        }

        /** The server ends the session after so many round trips. */
        void loseSession(Cleaning work, int after) throws Exception {
            awaitCompanyGone();
            try (OneConnection victim = new OneConnection(database)) {
                int pid = victim.pid();
                DataSource tapped = Tapped.dataSource(victim.dataSource(), (number, statement) -> {
                    if (number == after + 1) {
                        onlooker.ends(pid);
                    }
                });
                assertThatThrownBy(() -> work.in(tapped))
                        .isInstanceOf(StaleTypesException.class)
                        .hasMessageStartingWith("the connection was lost: ")
                        .hasMessageNotContaining("\n");
            }
        }

        /** A process of its own is killed by SIGKILL before this round trip. */
        void killProcess(String action, int trip) throws Exception {
            awaitCompanyGone();
            int pid = CleanerProcess.killedBefore(database.jdbcUrl(), action, StaleMood.NAME, trip);
            onlooker.awaits("the session of the killed process is gone", () -> !onlooker.knows(pid));
        }

        /** What the type is, and what it is after each of these undisturbed runs; if it is gone then, it is made anew. */
        List<@Nullable String> then(Cleaning... works) throws SQLException {
            awaitCompanyGone();
            try (OneConnection connection = new OneConnection(database)) {
                List<@Nullable String> moods = new ArrayList<>();
                moods.add(look(connection));
                for (Cleaning work : works) {
                    CleanupReport report = work.in(connection.dataSource());
                    assertThat(report.remaining())
                            .as(report.results().toString())
                            .isZero();
                    moods.add(look(connection));
                }
                if (moods.get(works.length) == null) {
                    StaleMood.create(connection);
                }
                return moods;
            }
        }

        private @Nullable String look(OneConnection connection) throws SQLException {
            String mood = StaleMood.of(connection);
            assertThat(String.valueOf(mood))
                    .as("the type")
                    .matches("null|\\Q" + StaleMood.INTACT + "\\E|" + StaleMood.QUARANTINED);
            assertThat(Surroundings.of(connection)).isEqualTo(surroundings);
            assertThat(onlooker.advisoryLocksIn(database)).isZero();
            return mood;
        }

        /** Those who stay are the application's sessions; what our own connections leave is gone soon. */
        private void awaitCompanyGone() {
            Wait.until(
                    "only the application is connected",
                    () -> database.sessions("application_name <> 'application'") == 0);
        }

        @Override
        public void close() throws SQLException {
            onlooker.close();
            database.close();
        }
    }
}
