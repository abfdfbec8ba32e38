package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a guard costs over its bare command, in start-ups of the same JVM, which no guard can be without: a ratio, so that it means the same
 * on every machine. Run it by hand, with {@code -Dcli.jar=…} and {@code -Dpostgres.binaries=…}; an argument is the number of rounds.
 */
public final class GuardCost {

    private GuardCost() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            List<String> bare = List.of("psql", "-XAtc", "SELECT 1");
            List<String> guarded = new ArrayList<>(GuardProcess.commandLine("guard", "-q", "--"));
            guarded.addAll(bare);
            List<String> floor = GuardProcess.commandLine("--version");
            long[][] times = new long[3][rounds];
            for (int i = -2; i < rounds; i++) {
                // in turns, so that a busy moment hits all; the first two warm up
                long[] round = {time(database, bare), time(database, floor), time(database, guarded)};
                for (int kind = 0; i >= 0 && kind < 3; kind++) {
                    times[kind][i] = round[kind];
                }
            }
            double command = median(times[0]);
            double jvm = median(times[1]);
            double guard = median(times[2]);
            System.out.printf(
                    "medians of %d: command %.0f ms, guarded %.0f ms; --version of the same jar (floor) %.0f ms%n"
                            + "guard's own cost: %.0f ms, %.2f times the floor%n",
                    rounds, command, guard, jvm, guard - command, (guard - command) / jvm);
        }
    }

    private static long time(TestDatabase database, List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(GuardProcess.Starter.in(Path.of("."), database).variables());
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(status + " from " + words);
        }
        return System.nanoTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
