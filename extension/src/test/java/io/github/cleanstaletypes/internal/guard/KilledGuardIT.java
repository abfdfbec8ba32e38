package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at a random moment, and the next guard at once. */
class KilledGuardIT {

    private static final int SAMPLE = 3;

    private enum Victim {
        GUARD,
        MIGRATOR,
        BOTH
    }

    @TempDir
    private Path directory;

    @EachServer("18.6")
    void whatever_is_killed_the_next_guard_migrates_and_nothing_is_lost(PostgresServer server) throws Exception {
        List<Integer> kills = LongForm.sample(IntStream.range(0, 100).boxed().toList(), SAMPLE, "killed guards");
        String[] migrator = NaiveMigrator.in(directory);
        Map<Victim, Integer> midway = new EnumMap<>(Victim.class);
        try (TestDatabase elsewhere = server.createDatabase();
                GuardProcess bystander = bystander(elsewhere)) {
            bystander.printing("living");
            for (int kill : kills) {
                Random random = LongForm.round(kill);
                Victim victim = Victim.values()[kill % 3];
                // every third time while the guard is getting there, else while its migrator runs
                boolean early = random.nextInt(3) == 0;
                long after = random.nextInt(early ? 1500 : 600);
                System.out.printf(
                        "kill %d: %s %d ms after %s%n",
                        kill, victim, after, early ? "the guard's start" : "the migrator's first statement");
                try (TestDatabase database = server.createDatabase()) {
                    database.execute(NaiveMigrator.BEFORE);
                    if (killed(database, migrator, victim, early, after)) {
                        midway.merge(victim, 1, Integer::sum);
                    }
                }
                assertThat(bystander.isRunning())
                        .as("a live guard in another database")
                        .isTrue();
            }
            Files.createFile(directory.resolve("stop"));
            assertThat(bystander.ended().status()).isZero();
        }
        System.out.println("killed while the migrator ran: " + midway);
    }

    private GuardProcess bystander(TestDatabase elsewhere) {
        return Starter.in(directory, elsewhere)
                .guard(
                        "--heartbeat",
                        "200ms",
                        "--",
                        "sh",
                        "-c",
                        "echo living; until [ -e stop ]; do psql -Xqc 'SELECT"
                                + " pg_sleep(0.2)' >/dev/null || exit 1; done");
    }

    private boolean killed(TestDatabase database, String[] migrator, Victim victim, boolean early, long after)
            throws Exception {
        Starter starter = Starter.in(directory, database);
        GuardProcess first = starter.guard("-q", "--", migrator[0], migrator[1]);
        if (!early) {
            Wait.until(
                    "the migrator has made a statement",
                    () -> !"0".equals(database.queryText("SELECT count(*) FROM log")));
        }
        first.endsWithin(after);
        List<ProcessHandle> family = first.descendants();
        switch (victim) {
            case GUARD -> first.kill();
            case MIGRATOR -> family.forEach(ProcessHandle::destroyForcibly);
            case BOTH -> {
                first.kill();
                family.forEach(ProcessHandle::destroyForcibly);
            }
        }
        Ended next = starter.run("--heartbeat", "100ms", "--", migrator[0], migrator[1]);
        assertThat(next.status()).as(next.err()).isZero();
        assertThat(database.queryTexts("SELECT version FROM history")).containsExactly("1");
        assertThat(database.queryText("SELECT count(*) FROM accounts_user")).isEqualTo("100");
        assertThat(database.queryText("SELECT count(*) || ' ' || sum(id) FROM kept"))
                .isEqualTo("1000 500500");
        assertThat(database.queryTexts(ManyGuardsIT.INTERLEAVED))
                .as("statements of the dead after the next")
                .isEmpty();
        return !family.isEmpty();
    }
}
