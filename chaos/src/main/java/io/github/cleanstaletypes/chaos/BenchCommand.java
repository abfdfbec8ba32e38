package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.bench.Bench;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult;
import io.github.cleanstaletypes.chaos.bench.figure.Form;
import io.github.cleanstaletypes.chaos.bench.measure.BareProgram;
import io.github.cleanstaletypes.chaos.bench.page.BenchJson;
import io.github.cleanstaletypes.chaos.bench.page.BenchPage;
import io.github.cleanstaletypes.chaos.bench.page.BenchTable;
import io.github.cleanstaletypes.chaos.bench.row.Row;
import io.github.cleanstaletypes.chaos.bench.row.Rows;
import io.github.cleanstaletypes.chaos.bench.row.Size;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what the product costs, beside floors that are measured in the same run. */
@Command(
        name = "bench",
        description = {
            "Measures what the product costs, each time in turn with a floor: the least that anything like it could cost. What has a"
                    + " target is their ratio, so that a slow machine changes little. A machine that does nothing else gives the"
                    + " best answer; all rows take some minutes, and some gigabytes of memory.",
            "",
            "Exit status: 0 if all targets are held, 1 if not, 2 if it does not know what to do.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  bench --report bench-report",
            "  bench --rows start,guard --rounds 21",
            "  bench --rows full,growth --types 100000"
        },
        usageHelpWidth = 100,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--rows", split = ",", paramLabel = "NAME", description = "Measure these only; --list names them.")
    private List<String> rows = new ArrayList<>();

    @Option(names = "--types", paramLabel = "N", description = "The size of the large catalog (default: 1000000).")
    private @Nullable Integer types;

    @Option(names = "--rounds", paramLabel = "N", description = "How often each is measured (default: 11).")
    private @Nullable Integer rounds;

    @Option(names = "--report", paramLabel = "DIR", description = "Write bench.json and bench.html to this directory.")
    private @Nullable Path report;

    @Option(
            names = "--smoke",
            description =
                    "Measure little and judge mildly, as each build does: only a ratio at twice its target fails.")
    private boolean smoke;

    @Option(
            names = "--postgres",
            paramLabel = "VERSION",
            description = "On this server (default: ${DEFAULT-VALUE}).",
            defaultValue = "15.19")
    private String postgres = "";

    @Mixin
    private BuildOptions options = new BuildOptions();

    @Option(names = "--list", description = "Name the rows, with their targets, and end.")
    private boolean list;

    @Option(names = "--source", description = "Print the bare JDBC program that a start is compared with, and end.")
    private boolean source;

    private final PrintStream out;

    BenchCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (source) {
            out.print(BareProgram.source());
            return 0;
        }
        if (list) {
            list();
            return 0;
        }
        List<Row> chosen = chosen();
        Size size = size();
        BuildOutput build = options.output();
        if (!build.versions().contains(postgres)) {
            throw wrong("No server " + postgres + ", but: " + String.join(", ", build.versions()));
        }
        BenchTable table = new BenchTable(out, form());
        Bench bench = new Bench(build.commandLine().jar(), build.distribution(), postgres, form(), size);
        BenchResult result = bench.measure(chosen, table::tell);
        table.summarize(result);
        if (report != null) {
            write(result, report);
        }
        return result.succeeded() ? 0 : 1;
    }

    private void list() {
        for (Row row : Rows.all()) {
            out.printf("%-10s  %s%n", row.name(), row.title());
            row.promises()
                    .forEach(promise -> out.printf(
                            "            %-60s %s%n",
                            promise.what(), promise.target().inWords()));
        }
    }

    private List<Row> chosen() {
        List<String> known = Rows.all().stream().map(Row::name).toList();
        for (String row : rows) {
            if (!known.contains(row)) {
                throw wrong("No row " + row + ", but: " + String.join(", ", known));
            }
        }
        return Rows.all().stream()
                .filter(row -> rows.isEmpty() ? isJudged(row) : rows.contains(row.name()))
                .toList();
    }

    private boolean isJudged(Row row) {
        return row.promises().stream().anyMatch(form()::judges);
    }

    private Form form() {
        return smoke ? Form.SMOKE : Form.FULL;
    }

    private Size size() {
        Size size = smoke ? Size.SMOKE : Size.FULL;
        if (types != null) {
            if (types < Size.LEAST_TYPES) {
                throw wrong(
                        "--types: at least " + Size.LEAST_TYPES + ", since the curves begin at a hundredth of them");
            }
            size = size.withTypes(types);
        }
        if (rounds != null) {
            if (rounds < 1) {
                throw wrong("--rounds: at least 1");
            }
            size = size.withRounds(rounds);
        }
        return size;
    }

    private void write(BenchResult result, Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw wrong("Cannot make " + directory + ": " + e.getMessage());
        }
        BenchJson.write(result, directory.resolve("bench.json"));
        BenchPage.write(result, directory.resolve("bench.html"));
        out.println("See " + directory.resolve("bench.html"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
