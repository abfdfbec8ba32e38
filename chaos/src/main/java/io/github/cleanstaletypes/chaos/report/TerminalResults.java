package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.run.Outcome;
import io.github.cleanstaletypes.chaos.run.Phase;
import io.github.cleanstaletypes.chaos.run.RunResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells on a terminal what happens, and in the end what became of it and where the time went. */
public final class TerminalResults {

    private static final int SLOWEST = 3;

    private final PrintStream out;
    private final int runs;
    private int done;

    /**
     * Prints to this stream.
     *
     * @param runs how many results will come
     */
    public TerminalResults(PrintStream out, int runs) {
        this.out = out;
        this.runs = runs;
    }

    /** Prints a line for each run as it ends, and more for one that did not pass. */
    public void tell(RunResult result) {
        done++;
        out.printf(
                Locale.ROOT,
                "[%3d/%d] %-12s %-6s %-9s %-26s %5.1f s%n",
                done,
                runs,
                result.outcome().word(),
                result.run().postgres(),
                result.run().healer().name(),
                result.run().header().name(),
                seconds(result.took()));
        if (!result.passed()) {
            result.reason().lines().limit(12).forEach(line -> out.println("          " + line));
            out.println("          repeat: " + result.run().repeat());
        }
    }

    /** Prints the table of all runs, and where the time went. */
    public void summarize(List<RunResult> results, Duration elapsed) {
        List<String> versions = results.stream()
                .map(result -> result.run().postgres())
                .distinct()
                .toList();
        out.println();
        out.printf("%-26s", "passed of all");
        versions.forEach(version -> out.printf("%8s", version));
        out.println();
        results.stream().map(result -> result.run().header().name()).distinct().forEach(scenario -> {
            out.printf("%-26s", scenario);
            versions.forEach(version -> out.printf("%8s", cell(results, scenario, version)));
            out.println();
        });
        out.println();
        out.println(CheckedCatalogs.inWords(results));
        whereTheTimeWent(results, elapsed);
        long passed = results.stream().filter(RunResult::passed).count();
        long inconclusive = results.stream()
                .filter(result -> result.outcome() == Outcome.INCONCLUSIVE)
                .count();
        out.printf(
                "%d of %d passed, %d failed, %d inconclusive%n",
                passed, results.size(), results.size() - passed - inconclusive, inconclusive);
    }

    private static String cell(List<RunResult> results, String scenario, String version) {
        List<RunResult> here = results.stream()
                .filter(result -> result.run().header().name().equals(scenario)
                        && result.run().postgres().equals(version))
                .toList();
        return here.stream().filter(RunResult::passed).count() + "/" + here.size();
    }

    private void whereTheTimeWent(List<RunResult> results, Duration elapsed) {
        Map<Phase, Duration> phases = new TreeMap<>();
        results.forEach(result -> result.phases().forEach((phase, time) -> phases.merge(phase, time, Duration::plus)));
        out.printf(Locale.ROOT, "%.0f s in all. The runs spent, added up:%n", seconds(elapsed));
        phases.forEach((phase, time) -> out.printf(Locale.ROOT, "  %6.1f s  %s%n", seconds(time), phase.words()));
        out.println(results.stream()
                .sorted(Comparator.comparing(RunResult::took).reversed())
                .limit(SLOWEST)
                .map(result -> String.format(
                        Locale.ROOT,
                        "%s with %s on %s (%.1f s)",
                        result.run().header().name(),
                        result.run().healer().name(),
                        result.run().postgres(),
                        seconds(result.took())))
                .collect(Collectors.joining(", ", "The slowest: ", "")));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
