package io.github.cleanstaletypes.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.bench.row.Row;
import io.github.cleanstaletypes.chaos.bench.row.Rows;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the bench is told, before it measures anything. */
class BenchCommandTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rows height | No row height, but: start, launcher, guard, ",
                "--types 10 | --types: at least 10000",
                "--rounds 0 | --rounds: at least 1",
                "--postgres 9.6 | No server 9.6, but: ",
                "--fast | Unknown option: '--fast'",
            })
    void what_makes_no_sense_is_a_wrong_usage(String arguments, String told) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(printed()).contains(told);
    }

    @Test
    void it_lists_its_rows_with_their_targets() {
        assertThat(run("--list")).isZero();
        assertThat(printed())
                .contains(Rows.all().stream().map(Row::name).toList())
                .contains("≤ 1.6 ×", "≥ 1.6 ×", "≤ 0.2 s");
    }

    @Test
    void it_shows_the_bare_program() {
        assertThat(run("--source")).isZero();
        assertThat(printed()).contains("DriverManager.getConnection");
    }

    @Test
    void its_help_says_what_it_does_and_how_it_ends() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--smoke", "Exit status: 0 if all targets are held", "Examples:");
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(out, true);
        return new CommandLine(new BenchCommand(out))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
