package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One race between a removal of {@code race.mood} and a CREATE that uses it.
 *
 * @param use what is created
 * @param kind whether the creating session is there before, or comes only to create
 * @param createAt before which of the cleaner's round trips the CREATE runs; 0 is before the cleaner connects
 * @param endAt before which its transaction ends; beyond the last one is after the cleaner
 * @param commits whether it ends by COMMIT
 */
record Round(CreatedUse use, Creator kind, int createAt, int endAt, boolean commits) {

    enum Creator {
        /** Is connected all the time, as an application is. */
        RESIDENT,
        /** Connects, creates, ends and disconnects in between. */
        PASSER_BY
    }

    enum Winner {
        CREATION,
        REMOVAL,
        NEITHER
    }

    /** Counts references to types that are not there. */
    static final String DANGLING = """
            SELECT count(*) FROM (
                SELECT a.atttypid FROM pg_attribute a WHERE NOT a.attisdropped
                UNION ALL SELECT prorettype FROM pg_proc
                UNION ALL SELECT unnest(proargtypes) FROM pg_proc
                UNION ALL SELECT typbasetype FROM pg_type
                UNION ALL SELECT typelem FROM pg_type
                UNION ALL SELECT refobjid FROM pg_depend WHERE refclassid = 'pg_type'::regclass
            ) AS reference(oid) WHERE oid <> 0 AND NOT EXISTS (SELECT FROM pg_type t WHERE t.oid = reference.oid)""";

    /**
     * Runs it, and checks that nothing is broken.
     *
     * @param own the cleaner's connection; nobody else is connected before and after
     */
    Winner run(TestDatabase database, OneConnection own, Onlooker onlooker) throws Exception {
        own.execute(
                "RESET ALL; DROP SCHEMA IF EXISTS race CASCADE; CREATE SCHEMA race; CREATE TYPE race.mood AS ENUM ('a', 'b')");
        String oid = own.queryText("SELECT 'race.mood'::regtype::oid");
        CleanupReport report;
        List<SQLException> failures;
        try (Creation creation = new Creation(database, onlooker)) {
            report = creation.against(StaleTypes.in(Tapped.dataSource(own.dataSource(), creation))
                    .claiming("race.mood")
                    .waitingForCreators(ends() ? Duration.ofSeconds(20) : Duration.ZERO));
            failures = creation.failures();
        }
        return judge(own, oid, report, failures);
    }

    /** Whether the other transaction ends while the cleaner may wait for it. */
    private boolean ends() {
        return endAt > createAt && endAt < Integer.MAX_VALUE;
    }

    private Winner judge(OneConnection own, @Nullable String oid, CleanupReport report, List<SQLException> failures)
            throws SQLException {
        boolean typeIsThere = own.queryText("SELECT 1 FROM pg_type WHERE oid = " + oid) != null;
        boolean created = commits && failures.isEmpty();

        assertThat(own.queryText(DANGLING)).as("dangling references").isEqualTo("0");
        if (created) {
            assertThat(typeIsThere).as("the type of what was created").isTrue();
            own.execute("SET search_path = race; " + String.join("; ", use.probes()));
        }
        assertThat(failures)
                .as("failures of the other session")
                .allSatisfy(failure -> assertThat(failure.getSQLState())
                        .as(failure.getMessage())
                        .isIn(use.notFound()));
        assertThat(report.results())
                .as("what the report says")
                .noneMatch(result -> result.outcome() == Outcome.DROPPED && typeIsThere);
        if (!failures.isEmpty()) {
            assertThat(own.queryText("SELECT to_regtype('race.mood')"))
                    .as("the type that the other session did not find")
                    .isNull();
        }
        if (typeIsThere) {
            settles(own, oid, created);
        }
        return created ? Winner.CREATION : failures.isEmpty() ? Winner.NEITHER : Winner.REMOVAL;
    }

    /** A used type has its name, an unused one is gone; where it is not so yet, after a run with nobody else there. */
    private static void settles(OneConnection own, @Nullable String oid, boolean used) throws SQLException {
        String name = "SELECT typname FROM pg_type WHERE oid = " + oid;
        if (used && "mood".equals(own.queryText(name))) {
            return;
        }
        StaleTypes.in(own.dataSource()).claiming("race.mood").clean();
        assertThat(own.queryText(name)).as("name of the type later").isEqualTo(used ? "mood" : null);
    }

    /** The other session's part. */
    private final class Creation implements Tap, AutoCloseable {

        private final TestDatabase database;
        private final Onlooker onlooker;
        private @Nullable OtherSession session;
        private boolean created;
        private boolean ended;

        Creation(TestDatabase database, Onlooker onlooker) throws Exception {
            this.database = database;
            this.onlooker = onlooker;
            if (kind == Creator.RESIDENT) {
                connect();
            }
        }

        CleanupReport against(StaleTypes cleaner) throws Exception {
            before(0, "connect");
            CleanupReport report = cleaner.clean();
            before(Integer.MAX_VALUE, "done");
            return report;
        }

        @Override
        public void before(int number, String statement) throws Exception {
            if (number >= createAt && !created) {
                created = true;
                if (kind == Creator.PASSER_BY) {
                    connect();
                }
                session().send("BEGIN", use.create());
            }
            if (number >= endAt && !ended) {
                ended = true;
                session().send(commits ? "COMMIT" : "ROLLBACK");
                if (kind == Creator.PASSER_BY && !session().busy()) {
                    session().close();
                }
            }
        }

        List<SQLException> failures() throws Exception {
            return session().failures();
        }

        @Override
        public void close() throws SQLException {
            session().close();
        }

        private void connect() throws Exception {
            session = new OtherSession(database, onlooker);
            session.send("SET search_path = race");
            session.send(use.before().toArray(String[]::new));
        }

        private OtherSession session() {
            if (session == null) {
                throw new IllegalStateException("The race is over before its start");
            }
            return session;
        }
    }
}
