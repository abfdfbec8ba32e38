package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.TornCopy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** A name is tried in a transaction that is rolled back, only where that was asked for or an error claimed it. */
class ProbeTest {

    private static final String OF_THE_NAME = "SELECT typname FROM pg_type WHERE typname ~ 'accounts_user'";
    private static final String NEXT_XID = "SELECT pg_snapshot_xmax(pg_current_snapshot())";

    @EachServer
    void finds_a_name_free_and_leaves_no_trace(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Cleaner engine = Quiet.in(database).claiming("accounts_user", "\"Ünï\".\"acc \"\"x\"");
            database.execute("CREATE SCHEMA \"Ünï\"");
            CleanupReport report = engine.probing().clean();
            assertThat(told(report)).containsExactly("public.accounts_user free", "\"Ünï\".\"acc \"\"x\" free");
            assertThat(report.results()).isEmpty();
            assertThat(database.queryTexts(OF_THE_NAME)).isEmpty();
            assertThat(engine.clean().probes()).as("not asked for").isEmpty();
            assertThat(engine.probing().check().probes()).as("check only reads").isEmpty();
            String nextXid = database.queryText(NEXT_XID);
            assertThat(told(engine.probing().dryRun().clean()))
                    .as("a dry run only reads")
                    .containsExactly(
                            "public.accounts_user not probed a dry run tries nothing",
                            "\"Ünï\".\"acc \"\"x\" not probed a dry run tries nothing");
            assertThat(database.queryText(NEXT_XID)).isEqualTo(nextXid);
            assertThat(engine.probing().check().notLookedAt())
                    .contains("whether a CREATE of the claimed names would succeed: only clean tries that");
            assertThat(claimedByError(database).clean().probes()).hasSize(1);
        }
    }

    @EachServer
    void says_who_holds_a_name(PostgresServer server) throws SQLException {
        for (String create : List.of("CREATE TABLE accounts_user (id int)", "CREATE TYPE accounts_user AS ENUM ()")) {
            try (TestDatabase database = server.createDatabase();
                    Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                int pid = other.unwrap(PGConnection.class).getBackendPID();
                statement.execute("BEGIN");
                statement.execute(create);
                CleanupReport byHand = Cleaner.in(database.dataSource())
                        .claiming("accounts_user")
                        .waitingForCreators(Duration.ZERO)
                        .probing()
                        .clean();
                assertThat(told(byHand)).containsExactly("public.accounts_user held by pid " + pid);
                assertThat(byHand.isClean()).as("the name is not to be had").isFalse();
                assertThat(Told.by(byHand)).containsExactly("UNCOMMITTED_CREATION accounts_user reported");
                CleanupReport byError = claimedByError(database).clean();
                Finding finding =
                        Told.only(byError, FindingCode.UNCOMMITTED_CREATION).finding();
                assertThat(finding.subject().display()).isEqualTo("accounts_user");
                assertThat(finding.evidence()).containsEntry("pid", (long) pid);
                assertThat(byError.remaining()).isEqualTo(1);
            }
        }
    }

    @EachServer
    void says_which_prepared_transaction_holds_a_name(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String gid = database.name() + "_left";
            database.execute("BEGIN; CREATE TYPE accounts_user AS ENUM (); PREPARE TRANSACTION '" + gid + "'");
            CleanupReport report = claimedByError(database).clean();
            assertThat(told(report)).containsExactly("public.accounts_user held by prepared transaction " + gid);
            assertThat(Told.by(report)).containsExactly("PREPARED_CREATION " + gid + " reported");
        }
    }

    @EachServer
    void tells_what_is_taken(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE accounts_user (id int)", "CREATE TYPE span AS RANGE (subtype = int4)");
            CleanupReport report = Quiet.in(database)
                    .claiming("accounts_user", "span_multirange")
                    .probing()
                    .clean();
            assertThat(told(report)).first().isEqualTo("public.accounts_user taken");
            assertThat(told(report).get(1)).startsWith("public.span_multirange taken");
            assertThat(Told.by(report))
                    .containsExactly(
                            "TYPE_IN_USE public.span_multirange refused",
                            "LEFTOVER_RELATION public.accounts_user reported");
        }
    }

    @EachServer
    void says_why_a_name_was_not_tried(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute("CREATE SCHEMA closed");
            Cleaner engine = Cleaner.in(database.dataSource(role)).probing();
            assertThat(told(engine.claiming("closed.x").clean()))
                    .containsExactly("closed.x not probed this role may not create in that schema");
            assertThat(told(engine.claiming("nowhere.x").clean()))
                    .containsExactly("nowhere.x not probed there is no such schema");
            database.execute(
                    "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''ran''; END'",
                    "CREATE EVENT TRIGGER \"Audit\" ON ddl_command_end WHEN TAG IN ('CREATE TYPE') EXECUTE FUNCTION f()");
            CleanupReport triggered =
                    Cleaner.in(database.dataSource()).claiming("x").probing().clean();
            assertThat(told(triggered)).containsExactly("public.x not probed an event trigger would run: \"Audit\"");
            assertThat(triggered.notLookedAt())
                    .contains("whether a CREATE of public.x would succeed: an event trigger would run: \"Audit\"");
            database.execute(
                    "DROP EVENT TRIGGER \"Audit\"",
                    "CREATE TABLE lost (id int)",
                    "DELETE FROM pg_class WHERE relname = 'lost'");
            String before = database.queryText(NEXT_XID);
            assertThat(told(Cleaner.in(database.dataSource())
                            .claiming("x")
                            .probing()
                            .clean()))
                    .containsExactly("public.x not probed the catalog is damaged: each failed CREATE can do harm");
            assertThat(database.queryText(NEXT_XID)).isEqualTo(before);
        }
    }

    @EachServer({"14.22", "18.6"})
    void finds_a_row_that_no_snapshot_shows_where_amcheck_is_not(
            PostgresServer version, @TempDir(factory = MemoryDirectory.class) Path directory) {
        List<String> before = List.of("CREATE TYPE stale AS ENUM ()");
        List<String> after = List.of(
                "CREATE TABLE accounts_user (v text)",
                "INSERT INTO accounts_user VALUES ('precious')",
                "CHECKPOINT",
                "SELECT count(*) FROM pg_type WHERE typname ~ 'accounts_user'",
                // never read: a CREATE of it goes on for ever
                "CREATE TABLE accounts_user_unread (v text)");
        try (TornCopy copy = TornCopy.of(directory, version.version(), before, after)) {
            Cleaner engine = Cleaner.in(copy.dataSource()).claiming("stale");
            assertThat(engine.check().results())
                    .extracting(result -> result.finding().code())
                    .as("without a probe nothing is to be seen")
                    .containsExactly(FindingCode.UNUSED_TYPE);
            int next = Integer.parseInt(copy.queryTexts(NEXT_XID).get(0));
            for (String name : List.of("accounts_user", "accounts_user_unread")) {
                CleanupReport report = engine.claiming(claims(name)).probing().clean();
                assertThat(told(report)).last().asString().startsWith("public." + name + " invisible");
                Finding finding = Told.only(report, FindingCode.INVISIBLE_ROW).finding();
                assertThat(finding.subject().display()).isEqualTo("public." + name);
                assertThat(finding.evidence()).containsEntry("certainty", "likely");
                assertThat(Told.by(report)).contains("UNUSED_TYPE public.stale refused");
            }
            assertThat(copy.queryTexts(NEXT_XID))
                    .as("one transaction id for each name")
                    .containsExactly(Integer.toString(next + 2));
            copy.execute("CREATE EXTENSION amcheck");
            CleanupReport proved = engine.claiming(claims("accounts_user")).clean();
            assertThat(told(proved)).allMatch(probe -> probe.contains("not probed the catalog is damaged"));
            assertThat(Told.only(proved, FindingCode.INVISIBLE_ROW).finding().evidence())
                    .containsEntry("certainty", "proved");
        }
    }

    private static Cleaner claimedByError(TestDatabase database) {
        return Cleaner.in(database.dataSource())
                .claiming(claims("accounts_user"))
                .waitingForCreators(Duration.ZERO);
    }

    private static List<Claim> claims(String name) {
        return List.of(new Claim(SqlName.parse(name), ClaimSource.ERROR));
    }

    private static List<String> told(CleanupReport report) {
        List<String> told = new ArrayList<>();
        for (Probe probe : report.probes()) {
            told.add((probe.display() + " " + probe.outcome().word() + " " + probe.detail()).strip());
        }
        return told;
    }
}
