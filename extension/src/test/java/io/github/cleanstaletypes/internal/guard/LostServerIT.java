package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import io.github.cleanstaletypes.testing.wire.Cable;
import io.github.cleanstaletypes.testing.wire.DroppingLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that restarts, one that is not there yet, and a network that is cut. */
class LostServerIT {

    private static final String UNTIL_GATE = "echo running; until [ -e gate ]; do sleep 0.05; done";

    @TempDir
    private Path directory;

    @Test
    void a_restarted_server_is_noticed_and_the_command_stopped(@TempDir(factory = MemoryDirectory.class) Path data) {
        try (PrivateServer server = PrivateServer.in(data, "18.6").start();
                GuardProcess guard =
                        starter(server.port()).guard("--heartbeat", "200ms", "--", "sh", "-c", UNTIL_GATE)) {
            guard.printing("running");
            server.stop();
            Ended ended = guard.ended();
            assertThat(ended.status()).isEqualTo(125);
            assertThat(ended.err()).contains("stopping the command").contains("the lock was lost (");
        }
    }

    @Test
    void a_server_that_restarts_while_the_lock_is_waited_for_is_waited_for(
            @TempDir(factory = MemoryDirectory.class) Path data) {
        try (PrivateServer server = PrivateServer.in(data, "18.6").start();
                GuardProcess first =
                        starter(server.port()).guard("--heartbeat", "200ms", "--", "sh", "-c", UNTIL_GATE)) {
            first.printing("running");
            try (GuardProcess second = starter(server.port()).guard("--", "echo", "second")) {
                second.saying("waiting up to 300 s for the lock");
                server.stop();
                assertThat(first.ended().status()).isEqualTo(125);
                server.start();
                assertThat(second.ended().status()).as(second.err()).isZero();
                assertThat(second.out()).isEqualTo("second\n");
            }
        }
    }

    /** The third of the three start-ups that people know from their logs; the other two are with {@link StartUpIT}. */
    @Test
    void a_server_that_is_not_there_yet_is_waited_for(@TempDir(factory = MemoryDirectory.class) Path data) {
        try (PrivateServer server = PrivateServer.in(data, "18.6")) {
            Starter starter = starter(server.port());
            Ended hasty = starter.run("--wait", "0", "--", "echo", "started");
            assertThat(hasty.status()).isEqualTo(125);
            assertThat(hasty.err())
                    .contains("⚠️  Warning: Could not connect to database: connection refused\n"
                            + "Database may not be ready yet. This is normal during startup.\n");
            assertThat(hasty.out()).isEmpty();
            try (GuardProcess clean = starter.start("clean", "--wait", "0")) {
                assertThat(clean.ended().status()).isEqualTo(3);
                assertThat(clean.out()).contains("⚠️  Warning: Could not connect to database: connection refused");
            }
            try (GuardProcess patient = starter.guard("--wait", "60s", "--", "echo", "started")) {
                patient.saying("Database may not be ready yet. This is normal during startup.");
                server.start();
                assertThat(patient.ended().status()).isZero();
                assertThat(patient.out()).isEqualTo("started\n");
            }
        }
    }

    /** Nobody tells that a cable is cut: only an answer that does not come. */
    @EachServer("18.6")
    void a_cut_network_is_noticed_within_seconds(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Cable cable = Cable.to(server.port());
                GuardProcess guard = Starter.in(directory, database)
                        .with("PGPORT", Integer.toString(cable.port()))
                        .guard("--heartbeat", "200ms", "--", "sh", "-c", UNTIL_GATE)) {
            guard.printing("running");
            long start = System.nanoTime();
            cable.cut();
            assertThat(guard.ended().status()).isEqualTo(125);
            // 200 ms to the next heartbeat, and 2 s for its answer; the rest is a busy machine's
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
    }

    /** A thread that waits for an answer hears no interrupt; at which question it waits, {@link GuardSilenceTest} varies. */
    @EnumSource
    @ParameterizedTest
    void a_signal_ends_it_while_it_waits_for_an_answer(Ends signal) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                DroppingLine line =
                        DroppingLine.droppingAfter(12, database.server().port());
                GuardProcess guard = Starter.in(directory, database)
                        .with("PGPORT", Integer.toString(line.port()))
                        .guard("--heartbeat", "1h", "--", "echo", "started")) {
            Wait.until("nothing arrives any more", line::isDropping);
            guard.signal(signal.name());
            Ended ended = guard.ended();
            assertThat(ended.status()).isEqualTo(128 + signal.number);
            assertThat(ended.err()).contains("ended by SIG" + signal + " before the command was started");
            assertThat(ended.out()).isEmpty();
        }
    }

    private enum Ends {
        HUP(1),
        INT(2),
        TERM(15);

        private final int number;

        Ends(int number) {
            this.number = number;
        }
    }

    private Starter starter(int port) {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "PATH",
                String.valueOf(System.getenv("PATH")),
                "HOME",
                "/nonexistent",
                "DATABASE_URL",
                "postgresql://postgres@localhost:" + port + "/postgres"));
        return new Starter(directory, variables);
    }
}
