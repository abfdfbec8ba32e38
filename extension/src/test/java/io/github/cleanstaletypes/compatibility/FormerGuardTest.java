package io.github.cleanstaletypes.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.CommandRun.Streams;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guards of version 0.1.0 and of this one in front of one database, as in the middle of a rolling deployment. */
class FormerGuardTest {

    private static final String SLEEPING =
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(600)'";

    private final TestDatabase database = PostgresServer.of("18.6").createDatabase();
    private final CommandRun commandLine = CommandRun.on(database).with("PATH", System.getenv("PATH"));

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void this_version_waits_for_the_former_one_and_ends_what_its_command_has_left() throws Exception {
        try (TestDatabase other = database.server().createDatabase();
                FormerGuard former = FormerGuard.in(database);
                Connection here = former.command(database, "");
                Connection there = former.command(other, " psql")) {
            assertThat(former.tryLock()).isTrue();
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            Outcome clean = commandLine.run("clean", "--type", "mood", "--lock-wait", "0");
            assertThat(clean.exitCode()).isEqualTo(3);
            assertThat(clean.err()).contains(former.lockSession());

            Streams streams = new Streams();
            CompletableFuture<Outcome> guard = CompletableFuture.supplyAsync(
                    () -> commandLine.start(streams, "guard", "--type", "mood", "--", "true"));
            Wait.until("this guard waits", () -> streams.err().contains("waiting up to 300 s for the lock, held by"));
            assertThat(streams.err()).contains(former.lockSession());
            assertThat(here.isValid(0))
                    .as("the command of a guard that is at work")
                    .isTrue();
            former.die();

            Outcome outcome = Wait.forResult("the guard", guard);
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err())
                    .contains("ended session ")
                    .contains(FormerGuard.pid(here) + " (postgres in " + database.name() + ", " + former.token() + ")")
                    .contains(
                            FormerGuard.pid(there) + " (postgres in " + other.name() + ", " + former.token() + " psql)")
                    .contains("predecessors are gone: 2")
                    .contains("Successfully removed stale 'mood' type");
            assertThat(List.of(here.isValid(0), there.isValid(0))).containsOnly(false);
        }
    }

    @Test
    void what_the_former_guard_has_started_works_under_its_lock() throws Exception {
        try (FormerGuard former = FormerGuard.in(database)) {
            assertThat(former.tryLock()).isTrue();
            Outcome inside = commandLine
                    .with(FormerVersion.mark("variable"), former.token())
                    .run("guard", "--lock-wait", "0", "--", "true");
            assertThat(inside.exitCode()).as(inside.err()).isZero();
            assertThat(inside.err()).contains("inside another guard, which holds the lock");
        }
    }

    @Test
    void the_former_one_waits_for_this_one_and_knows_its_command_s_sessions_from_its_own() throws Exception {
        try (FormerGuard former = FormerGuard.in(database)) {
            CompletableFuture<Outcome> guard = CompletableFuture.supplyAsync(() -> commandLine.run(
                    "guard",
                    "--",
                    "psql",
                    "-Xqo/dev/null",
                    "-hlocalhost",
                    "-p" + database.server().port(),
                    "-Upostgres",
                    "-d" + database.name(),
                    "-cSELECT pg_sleep(600)"));
            Wait.until("the command sleeps", () -> database.queryTexts(SLEEPING).size() == 1);
            String pid = String.valueOf(database.queryText(SLEEPING));

            assertThat(former.tryLock()).isFalse();
            assertThat(former.holders())
                    .singleElement()
                    .asString()
                    .matches("cst-guard:" + former.marks() + "[0-9a-f]{16}");
            assertThat(database.queryText("SELECT application_name FROM pg_stat_activity WHERE pid = " + pid))
                    .matches("cst:" + former.marks() + "[0-9a-f]{16}");
            // what has looked at this is connected for a moment longer
            Wait.until(
                    "of all sessions only the command's could know a type",
                    () -> former.others().equals("1"));
            assertThat(former.fence()).containsExactly(pid);

            Outcome outcome = Wait.forResult("the guard", guard);
            assertThat(outcome.exitCode())
                    .as("of a psql that has lost its session")
                    .isEqualTo(2);
            // its session is there for a moment longer
            Wait.until("the former version's guard has the lock", former::tryLock);
        }
    }

    /** By this the stand-in of this test and the guard itself make the same token for a server. */
    @Test
    void the_names_of_a_guard_and_its_lock_are_those_of_before() {
        String cluster = FormerGuard.cluster(Long.parseLong(FormerVersion.mark("system_identifier")));
        String command = FormerVersion.mark("command");
        assertThat(command).startsWith("cst:" + FormerVersion.mark("database") + ":" + cluster + "-");
        assertThat(GuardToken.parse(command)).hasValueSatisfying(token -> {
            assertThat(token.text()).isEqualTo(command);
            assertThat(token.holderName()).isEqualTo(FormerVersion.mark("lock.session"));
        });
        assertThat(GuardToken.VARIABLE).isEqualTo(FormerVersion.mark("variable"));
        assertThat(AdvisoryLock.KEY).isEqualTo(FormerVersion.lockKey());
    }
}
