package io.github.cleanstaletypes.chaos.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.bench.row.Row;
import io.github.cleanstaletypes.chaos.bench.row.Rows;
import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench as contributors run it. What it says of this product is not for a test: the gates have a step of their own. */
class BenchIT {

    /** Twice around, with a curve and a start to draw; which of the targets are held is another matter. */
    @Test
    void the_command_of_the_page_measures_and_writes_its_report(@TempDir Path reports) throws Exception {
        Path page = Path.of("").toAbsolutePath().resolveSibling(Path.of("extension", "docs", "speed.md"));
        String line = Files.readAllLines(page).stream()
                .filter(text -> text.startsWith("java -jar chaos/target/clean-stale-types-chaos.jar bench "))
                .findFirst()
                .orElseThrow();
        List<String> words = List.of((line.replace("bench-report", reports.toString())
                        + " --smoke --rows start,growth,annotation --types 10000 --rounds 1")
                .split(" ", -1));
        Run run = run(words.subList(3, words.size()).toArray(String[]::new));
        assertThat(run.exit).as(run.printed).isIn(0, 1);
        assertThat(run.printed)
                .contains("annotation: ")
                .containsPattern("\\d+ of 5 targets held .*, 0 not measured, 0 without a verdict");
        assertThat(Files.readString(reports.resolve("bench.json")))
                .contains("\"verdict\"", "\"server_cpu\"", "\"phase\"");
        assertThat(Files.readString(reports.resolve("bench.html"))).contains("<polyline", "<rect class=\"bar\"");
    }

    @Test
    void a_row_that_nobody_knows_a_size_that_is_too_small_and_no_round_are_wrong_usage() throws Exception {
        assertThat(run("bench", "--rows", "height")).satisfies(run -> {
            assertThat(run.exit).isEqualTo(2);
            assertThat(run.printed).contains("No row height, but: start, launcher, ");
        });
        assertThat(run("bench", "--types", "10").exit).isEqualTo(2);
        assertThat(run("bench", "--rounds", "0").exit).isEqualTo(2);
    }

    @Test
    void it_lists_its_rows_and_shows_the_bare_program() throws Exception {
        assertThat(run("bench", "--list").printed)
                .contains(Rows.all().stream().map(Row::name).toList());
        assertThat(run("bench", "--source").printed).contains("DriverManager.getConnection");
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
