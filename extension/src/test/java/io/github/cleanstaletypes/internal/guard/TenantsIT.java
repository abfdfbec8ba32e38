package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Guards with a name: side by side with other names', one after another with their own, and out of the way of who wants it all. */
class TenantsIT {

    @TempDir
    private Path directory;

    /** Says when it runs, and goes on until there is a file of this name. */
    private static String until(String gate) {
        return "echo running; until [ -e " + gate + " ]; do sleep 0.05; done";
    }

    private void open(String gate) throws Exception {
        Files.createFile(directory.resolve(gate));
    }

    private static GuardProcess named(Starter starter, String name, String script) {
        return starter.guard("--lock", name, "--heartbeat", "50ms", "--", "sh", "-c", script);
    }

    @EachServer(sample = 1)
    void of_two_names_run_side_by_side_and_of_one_name_one_after_the_other(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            Starter starter = Starter.in(directory, database);
            try (GuardProcess first = named(starter, "a", until("gate") + "; psql -XAtc 'SHOW application_name'")) {
                first.printing("running");
                try (GuardProcess again = named(starter, "a", "echo again");
                        GuardProcess other = named(starter, "b", "echo other")) {
                    assertThat(other.ended().status()).as(other.err()).isZero();
                    assertThat(other.out()).isEqualTo("other\n");
                    assertThat(other.err()).contains("lock taken in database " + database.name() + " for the name b");
                    again.saying("guard: waiting up to 300 s for the lock, held by session ");
                    assertThat(again.err()).containsPattern("cst-guard:\\S+ a, connected for");
                    assertThat(again.out()).isEmpty();
                    Ended hasty = starter.run("--lock", "a", "--lock-wait", "0", "--", "echo", "hasty");
                    assertThat(hasty.status()).isEqualTo(125);
                    assertThat(hasty.err())
                            .contains("(advisory lock " + AdvisoryLock.KEY + ", and " + new LockName("a").key()
                                    + " for the name a)");
                    open("gate");
                    assertThat(again.ended().out()).as(again.err()).isEqualTo("again\n");
                }
                assertThat(first.ended().out())
                        .matches("running\ncst:\\d+:[0-9a-f]{8}-[0-9a-f]{16} @" + new LockName("a").hash() + "\n");
            }
        }
    }
}
