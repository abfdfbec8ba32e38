package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What a replica's log shows when it starts, and what a guard costs its server while it runs. */
class StartUpIT {

    private static final int HEARTBEATS = Integer.getInteger("guard.heartbeats", 2000);

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void of_a_clean_database(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Ended ended = Starter.in(directory, database).run("--type", "accounts_user", "--", "echo", "started");
            assertThat(ended.status()).isZero();
            assertThat(ended.out()).isEqualTo("started\n");
            assertThat(ended.err())
                    .containsSubsequence(
                            "guard: settings checked (",
                            "guard: lock taken in database " + database.name() + " (",
                            "guard: no predecessor is connected (",
                            "Cleaning up stale database types...\n",
                            "Checking for stale PostgreSQL types...\n",
                            "✅ No stale types found. Database is clean.\n",
                            "✅ Database cleanup completed successfully\n",
                            "guard: cleaned: 0 removed, 0 findings remain (",
                            "guard: starting echo\n",
                            "guard: echo has exited with 0 (");
        }
    }

    @EachServer(sample = 1)
    void of_a_database_with_a_stale_type(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");
            Ended ended = Starter.in(directory, database).run("--type", "accounts_user", "--", "echo", "started");
            assertThat(ended.status()).isZero();
            assertThat(ended.err())
                    .containsSubsequence(
                            "Found stale 'accounts_user' type. Attempting cleanup...\n",
                            "Table 'accounts_user' does not exist. Dropping stale type...\n",
                            "✅ Successfully removed stale 'accounts_user' type\n",
                            "guard: cleaned: 1 removed, 0 findings remain (");
        }
    }

    @EachServer("18.6")
    void a_finding_does_not_keep_the_command_from_running(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')", "CREATE TABLE t (m mood)");
            Ended ended = Starter.in(directory, database).run("--strict", "--type", "mood", "--", "echo", "started");
            assertThat(ended.status()).isZero();
            assertThat(ended.out()).isEqualTo("started\n");
            assertThat(ended.err()).contains("TYPE_IN_USE").contains("1 finding remains");
        }
    }

    /** In a heap of 24 MB thousands of heartbeats leave nothing behind; the first half warms up. */
    @EachServer("18.6")
    void connections_and_memory_stay_flat_over_thousands_of_heartbeats(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase();
                GuardProcess guard = Starter.in(directory, database)
                        .with("JAVA_TOOL_OPTIONS", "-Xmx24m")
                        .guard("--heartbeat", "1ms", "--", "sh", "-c", "echo running; sleep 600")) {
            guard.printing("running");
            beats(database, HEARTBEATS / 2);
            long before = residentKilobytes(guard.pid());
            beats(database, HEARTBEATS);
            long after = residentKilobytes(guard.pid());
            System.out.printf("%d heartbeats: %d kB, then %d kB%n", HEARTBEATS, before, after);
            assertThat(after - before).as("kB more than at half time").isLessThan(8 * 1024);
            // those that counted the heartbeats are seen for a moment yet
            Wait.until(
                    "all sessions are guard's",
                    () -> database.sessions("application_name NOT LIKE 'cst-guard:%'") == 0);
            assertThat(database.sessions("true"))
                    .as(
                            "the session that holds the lock, and after five seconds the one that looks what the command waits for")
                    .isBetween(1L, 2L);
            assertThat(guard.isRunning()).isTrue();
        }
    }

    /** Waits until so many heartbeats in all have come, each of which is a transaction. */
    private static void beats(TestDatabase database, int count) {
        Wait.until(
                count + " heartbeats",
                () -> Integer.parseInt(String.valueOf(database.queryText(
                                "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")))
                        >= count);
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
