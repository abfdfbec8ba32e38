package io.github.cleanstaletypes.chaos.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bench as contributors run it. What it says of this product is the long form's matter, and of a step of its own: a start, the launcher's
 * too, fails at twice its target.
 */
class BenchIT {

    private static final String ROWS =
            LongForm.isOn() ? "start,guard,launcher,annotation --rounds 7" : "start,annotation --rounds 1";

    @Test
    void the_command_of_the_page_measures_and_writes_its_report(@TempDir Path reports) throws Exception {
        Path page = Path.of("").toAbsolutePath().resolveSibling(Path.of("extension", "docs", "speed.md"));
        String line = Files.readAllLines(page).stream()
                .filter(text -> text.startsWith("java -jar chaos/target/clean-stale-types-chaos.jar bench "))
                .findFirst()
                .orElseThrow();
        List<String> words =
                List.of((line.replace("bench-report", reports.toString()) + " --smoke --rows " + ROWS).split(" ", -1));
        Run run = run(words.subList(3, words.size()).toArray(String[]::new));
        assertThat(run.exit).as(run.printed).isIn(LongForm.isOn() ? List.of(0) : List.of(0, 1));
        assertThat(run.printed)
                .contains("annotation: ")
                .containsPattern("\\d+ of [35] targets held .*, 0 not measured, 0 without a verdict");
        assertThat(Files.readString(reports.resolve("bench.json")))
                .contains("\"verdict\"", "\"server_cpu\"", "\"phase\"");
        assertThat(Files.readString(reports.resolve("bench.html")))
                .contains("<rect class=\"bar\"", "<summary>@CleanStaleTypes: 1 connection, ");
    }

    private record Run(int exit, String printed) {}

    private static Run run(String... arguments) {
        List<String> command = ShortLivedJava.words();
        for (String property : List.of("cli.jar", "postgres.binaries")) {
            command.add("-D%s=%s".formatted(property, System.getProperty(property)));
        }
        command.addAll(List.of("-jar", System.getProperty("chaos.jar")));
        command.addAll(List.of(arguments));
        Map<String, String> path = Map.of("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
        try (ChildProcess child = ChildProcess.start(command, path, true)) {
            return new Run(child.waitFor(Duration.ofMinutes(2)), child.out());
        }
    }
}
