package io.github.cleanstaletypes.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.race.OneConnection;
import io.github.cleanstaletypes.race.Onlooker;
import io.github.cleanstaletypes.race.OtherSession;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the server does not lock types, a stale one is renamed out of the way first, and dropped when nobody can know its name. */
class QuarantineTest {

    private final TestDatabase database = PostgresServer.of("14.22").createDatabase();
    private final Onlooker onlooker = new Onlooker(database.server());
    private final OneConnection own = new OneConnection(database);

    QuarantineTest() throws SQLException {
        StaleMood.create(own);
    }

    @AfterEach
    void close() throws SQLException {
        own.close();
        onlooker.close();
        database.close();
    }

    @Test
    void a_type_is_quarantined_while_somebody_is_connected_and_dropped_by_a_later_run() throws Exception {
        try (OtherSession application = new OtherSession(database, onlooker)) {
            CleanupReport report = clean();
            assertThat(only(report).outcome()).isEqualTo(Outcome.QUARANTINED);
            assertThat(report.isClean()).as("the name is free").isTrue();
            assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);

            assertThat(only(clean()).outcome())
                    .as("while the other session is there")
                    .isEqualTo(Outcome.NOTED);
            assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);
            application.send("CREATE TABLE stale.mood(id int)");
            application.succeeds();
        }
        assertThat(only(clean()).outcome()).as("once it has left").isEqualTo(Outcome.DROPPED);
        assertThat(StaleMood.of(own)).isNull();
        assertThat(own.queryText("SELECT 'stale.mood'::regclass")).isEqualTo("stale.mood");
    }

    @Test
    void a_guard_s_session_for_its_lock_is_nobody_who_could_know_a_type() throws Exception {
        try (OtherSession guard = new OtherSession(database, onlooker)) {
            guard.send("SET application_name = '"
                    + GuardToken.create(5, "00000000", null).holderName() + "'");
            guard.succeeds();
            assertThat(only(clean()).outcome()).isEqualTo(Outcome.DROPPED);
            assertThat(StaleMood.of(own)).isNull();
        }
    }

    @Test
    void a_run_that_claims_nothing_drops_what_an_earlier_one_has_quarantined() throws Exception {
        quarantine();
        assertThat(only(StaleTypes.in(own.dataSource()).clean()).outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(StaleMood.of(own)).isNull();
    }

    @Test
    void a_prepared_transaction_keeps_a_quarantined_type_from_being_dropped() throws Exception {
        quarantine();
        own.execute("BEGIN; SELECT pg_current_xact_id(); PREPARE TRANSACTION 'orphan of somebody'");
        assertThat(only(clean()).outcome()).isEqualTo(Outcome.NOTED);
        assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);
        own.execute("ROLLBACK PREPARED 'orphan of somebody'");
        assertThat(only(clean()).outcome()).isEqualTo(Outcome.DROPPED);
    }

    @Test
    void a_quarantined_type_that_turns_out_to_be_used_gets_its_name_and_comment_back() throws Exception {
        usedInTheLastMoment();
        assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);
        own.execute("INSERT INTO stale.diary VALUES ('sad')");

        Result result = only(StaleTypes.in(own.dataSource()).clean());
        assertThat(result.finding().code()).isEqualTo(FindingCode.TYPE_IN_USE);
        assertThat(result.outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(StaleMood.of(own)).isEqualTo(StaleMood.INTACT);
        assertThat(own.queryText("SELECT m::stale.mood FROM stale.diary")).isEqualTo("sad");
    }

    @Test
    void a_used_type_whose_name_is_taken_meanwhile_stays_as_it_is_and_the_run_says_so() throws Exception {
        usedInTheLastMoment();
        own.execute("CREATE TABLE stale.mood(id int)");
        Result result = only(clean());
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.refusal()).isEqualTo(Refusal.NAME_TAKEN);
        assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);
        own.execute("INSERT INTO stale.diary VALUES ('sad')");
    }

    @Test
    void a_restoration_is_refused_while_the_name_is_taken() throws Exception {
        quarantine();
        own.execute("CREATE TYPE stale.mood AS (a int); COMMENT ON TYPE stale.mood IS 'new'");
        CleanupReport report = StaleTypes.in(own.dataSource()).restore();
        Result result = only(report);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.refusal()).isEqualTo(Refusal.NAME_TAKEN);
        assertThat(result.explanation()).contains("the name is taken").contains("\"mood\"");
        assertThat(report.isClean()).isFalse();
        assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);

        own.execute("DROP TYPE stale.mood");
        assertThat(only(StaleTypes.in(own.dataSource()).restore()).outcome()).isEqualTo(Outcome.RESTORED);
        assertThat(StaleMood.of(own)).isEqualTo(StaleMood.INTACT);
    }

    @Test
    void a_restoration_waits_for_nobody_who_is_taking_the_name() throws Exception {
        quarantine();
        try (OtherSession other = new OtherSession(database, onlooker)) {
            other.send("BEGIN", "CREATE TYPE stale.mood AS ENUM ('new')");
            Result result = only(StaleTypes.in(own.dataSource()).restore());
            assertThat(result.refusal()).isEqualTo(Refusal.BUSY);
            assertThat(StaleMood.of(own)).matches(StaleMood.QUARANTINED);
            other.send("ROLLBACK");
            other.succeeds();
        }
        assertThat(only(StaleTypes.in(own.dataSource()).restore()).outcome()).isEqualTo(Outcome.RESTORED);
    }

    /** The creator comes after the last look at creators, and commits after the quarantine. */
    private void usedInTheLastMoment() throws Exception {
        try (OtherSession creator = new OtherSession(database, onlooker)) {
            AtomicBoolean renamed = new AtomicBoolean();
            Result result = only(StaleTypes.in(Tapped.dataSource(own.dataSource(), (number, statement) -> {
                        if (statement.equals("commit") && renamed.get()) {
                            creator.send("BEGIN", "CREATE TABLE stale.diary(m stale.mood)");
                        }
                        renamed.set(statement.startsWith("ALTER TYPE"));
                    }))
                    .claiming(StaleMood.NAME)
                    .clean());
            assertThat(result.outcome()).isEqualTo(Outcome.QUARANTINED);
            creator.send("COMMIT");
            creator.succeeds();
        }
    }

    private void quarantine() throws Exception {
        try (OtherSession application = new OtherSession(database, onlooker)) {
            assertThat(only(clean()).outcome()).isEqualTo(Outcome.QUARANTINED);
            application.succeeds();
        }
    }

    private CleanupReport clean() {
        return StaleTypes.in(own.dataSource()).claiming(StaleMood.NAME).clean();
    }

    private static Result only(CleanupReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }
}
