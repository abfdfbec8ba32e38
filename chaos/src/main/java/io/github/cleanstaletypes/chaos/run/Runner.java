package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.system.Servers;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Plays many runs, several at a time: each has its own database, and most of a run is waiting. */
public final class Runner {

    private final CommandLineJar commandLine;
    private final int atOnce;
    private final Consumer<RunResult> listener;

    /**
     * Plays so many at a time.
     *
     * @param listener is told of each result, one at a time, in the order in which they come
     */
    public Runner(CommandLineJar commandLine, int atOnce, Consumer<RunResult> listener) {
        this.commandLine = commandLine;
        this.atOnce = atOnce;
        this.listener = listener;
    }

    /** Plays all of them; the results are in the order of the plan. */
    public List<RunResult> play(List<PlannedRun> plan) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            // before the runs, so that none waits for a server that another run starts
            List<CompletableFuture<Void>> servers = plan.stream()
                    .filter(run -> run.header().servers() == Servers.SHARED)
                    .map(PlannedRun::postgres)
                    .distinct()
                    .map(version -> CompletableFuture.runAsync(
                            () -> PostgresServer.of(version).port(), workers))
                    .toList();
            servers.forEach(CompletableFuture::join);
            List<CompletableFuture<RunResult>> runs = new ArrayList<>();
            for (PlannedRun run : plan) {
                runs.add(CompletableFuture.supplyAsync(() -> playAndTell(run), workers));
            }
            return runs.stream().map(CompletableFuture::join).toList();
        } finally {
            workers.shutdownNow();
        }
    }

    private RunResult playAndTell(PlannedRun run) {
        RunResult result = ScenarioRun.of(run, commandLine);
        synchronized (listener) {
            listener.accept(result);
        }
        return result;
    }
}
