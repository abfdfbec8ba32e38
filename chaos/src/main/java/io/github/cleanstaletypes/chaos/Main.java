package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.healer.Healers;
import io.github.cleanstaletypes.chaos.report.HtmlResults;
import io.github.cleanstaletypes.chaos.report.JsonResults;
import io.github.cleanstaletypes.chaos.report.ProofPage;
import io.github.cleanstaletypes.chaos.report.TerminalResults;
import io.github.cleanstaletypes.chaos.report.proof.Proofs;
import io.github.cleanstaletypes.chaos.run.PlannedRun;
import io.github.cleanstaletypes.chaos.run.RunResult;
import io.github.cleanstaletypes.chaos.run.Runner;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.system.Utf8Output;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Breaks databases in every way that is known to us, has them healed, and shows that nothing was lost. */
@Command(
        name = "clean-stale-types-chaos",
        description = "Breaks real databases on real servers, has them healed, and shows that nothing was lost.",
        usageHelpWidth = 100,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--all", description = "Play every scenario.")
    private boolean all;

    @Option(names = "--scenario", split = ",", paramLabel = "NAME", description = "Play these only; repeatable.")
    private List<String> scenarios = new ArrayList<>();

    @Option(names = "--healer", split = ",", paramLabel = "NAME", description = "With these healers only; repeatable.")
    private List<String> healers = new ArrayList<>();

    @Option(
            names = "--postgres",
            split = ",",
            paramLabel = "VERSION",
            description =
                    "On these servers: a major such as 18, or a version such as 18.6. Default: each that is there.")
    private List<String> versions = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Chooses timings and sizes (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.json, report.html and proofs.html to this directory.")
    private @Nullable Path report;

    @Option(
            names = "--proofs",
            paramLabel = "DIR",
            description =
                    "Take into the report what the proofs by counting have left here (default: extension/target/proof of the project).")
    private @Nullable Path proofs;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Play so many at a time (default: one per processor).")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Mixin
    private BuildOptions options = new BuildOptions();

    @Option(names = "--list", description = "Name the scenarios and the healers, and end.")
    private boolean list;

    private final PrintStream out;

    Main(PrintStream out) {
        this.out = out;
    }

    /** Exits with 0 if all passed, 1 if not, 2 if it does not know what to do. */
    public static void main(String[] arguments) {
        PrintStream out = Utf8Output.out();
        System.exit(new CommandLine(new Main(out))
                .addSubcommand(new BenchCommand(out))
                .execute(arguments));
    }

    @Override
    public Integer call() {
        if (list) {
            list();
            return 0;
        }
        if (!all && scenarios.isEmpty()) {
            throw wrong("Say --all, or which --scenario; --list names them.");
        }
        if (proofs != null && !Files.isDirectory(proofs)) {
            throw wrong("--proofs: no directory " + proofs);
        }
        BuildOutput build = options.output();
        List<PlannedRun> plan = plan(build);
        TerminalResults terminal = new TerminalResults(out, plan.size());
        long start = System.nanoTime();
        List<RunResult> results = new Runner(build.commandLine(), parallel, terminal::tell).play(plan);
        terminal.summarize(results, Duration.ofNanos(System.nanoTime() - start));
        if (report != null) {
            write(results, Proofs.in(proofs != null ? proofs : build.proofs()), report);
        }
        return results.stream().allMatch(RunResult::passed) ? 0 : 1;
    }

    private void list() {
        out.println("Scenarios:");
        Scenarios.all()
                .forEach(scenario -> out.printf(
                        "  %-26s %-22s %s%n",
                        scenario.header().name(),
                        scenario.header().finding(),
                        scenario.header().fault()));
        out.println("Healers:");
        Healers.all().forEach(healer -> out.println("  " + healer.name()));
    }

    private List<PlannedRun> plan(BuildOutput build) {
        RunPlan plan = new RunPlan(all, scenarios, healers, versions, seed);
        List<Scenario> available =
                plan.chosen().stream().filter(this::isAvailable).toList();
        try {
            return plan.runs(available, build);
        } catch (RunPlan.Impossible e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private boolean isAvailable(Scenario scenario) {
        Optional<String> why = scenario.unavailable();
        why.ifPresent(reason ->
                out.printf("Not played here: %s, since %s%n", scenario.header().name(), reason));
        return why.isEmpty();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void write(List<RunResult> results, Proofs counted, Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw wrong("Cannot make " + directory + ": " + e.getMessage());
        }
        JsonResults.write(results, counted, directory.resolve("report.json"));
        HtmlResults.write(results, counted, directory.resolve("report.html"));
        ProofPage.write(counted, directory.resolve(ProofPage.FILE));
        out.println("See " + directory.resolve("report.html"));
    }
}
