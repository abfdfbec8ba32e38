package io.github.cleanstaletypes.chaos.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cleanstaletypes.chaos.bench.figure.BenchResult;
import io.github.cleanstaletypes.chaos.bench.figure.Form;
import io.github.cleanstaletypes.chaos.bench.figure.SampleResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bench writes, of results that were made up. */
class BenchReportTest {

    private final BenchResult result = SampleResult.of(Form.FULL);

    @Test
    void the_table_says_of_each_figure_its_number_target_verdict_and_floor() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BenchTable table = new BenchTable(new PrintStream(bytes, true, StandardCharsets.UTF_8), Form.FULL);
        result.rows().forEach(table::tell);
        table.summarize(result);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsPattern("a start .* 1\\.50 ×  ≤ 1\\.6 × +held +0\\.50 s CPU, floor 0\\.33 s CPU")
                .containsPattern("round trips .* 5  ≤ 3 +MISSED +7 statements")
                .containsPattern("a launcher .* -  ≤ 1\\.3 × +no verdict +not built")
                .containsPattern("something broken .* NOT MEASURED +exit status 3")
                .contains("1 of 4 targets held, 1 missed, 1 not measured, 1 without a verdict, 0 told");
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void the_page_needs_no_other_file_and_shows_all_that_was_measured() {
        String page = BenchPage.page(result);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .doesNotContain("http://", "https://", "<script", "<link", "src=", "@import", "url(");
        assertThat(page)
                .contains(
                        "1.50 ×", "1.40 – 1.70", "≤ 1.6 ×", "<span class=\"verdict missed\">MISSED</span>", "not built")
                .contains("<polyline", "1,000,000", "<title>check &amp; look: 10,000 types, 0.1000 s</title>")
                .contains("Java starts", "480 ms, 300 classes, 200 ready")
                .contains("What was tried and did not help", "deadlocks with CREATE INDEX CONCURRENTLY")
                .contains("2 connections, 4 round trips, 3 statements", "claimed_names, creators")
                .contains("public final class BareJdbc")
                .contains("<dt>load</dt><dd>0.1</dd>");
    }

    @Test
    void markup_in_what_was_printed_is_shown_and_not_obeyed() {
        assertThat(BenchPage.page(result)).contains("&lt;b&gt;wrong&lt;/b&gt;").doesNotContain("<b>wrong</b>");
    }

    @Test
    void json_has_each_run_of_each_round(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("bench.json");
        BenchJson.write(result, file);
        assertThat(Files.readString(file))
                .contains("\"form\" : \"full\"", "\"succeeded\" : false", "\"load\" : \"0.1\"")
                .contains("\"value\" : 1.5", "\"lowest\" : 1.4", "\"highest\" : 1.7", "\"verdict\" : \"held\"")
                .contains("\"wall\" : 1.0", "\"client_cpu\" : 0.5", "\"server_cpu\" : 0.25")
                .contains("\"reason\" : \"not built\"")
                .contains("\"types\" : 10000", "\"seconds\" : 0.1")
                .contains("\"phase\" : \"Java starts\"", "\"classes\" : 300")
                .contains("\"round_trips\" : 3", "\"claimed_names\"");
    }

    @Test
    void a_scale_gives_each_power_of_ten_the_same_room() {
        Scale scale = Scale.overPowers(20, 70_000, 0, 400);
        assertThat(scale.low()).isEqualTo(10);
        assertThat(scale.high()).isEqualTo(100_000);
        assertThat(scale.place(10)).isZero();
        assertThat(scale.place(1_000)).isEqualTo(200);
        assertThat(scale.place(100_000)).isEqualTo(400);
    }

    @Test
    void what_was_tried_is_a_line_of_two_parts() {
        assertThat(Tried.read("# no\n\nthis | that | more\n"))
                .containsExactly(new Tried.Attempt("this", "that | more"));
        assertThatIllegalArgumentException().isThrownBy(() -> Tried.read("this\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> Tried.read("this |\n"));
        assertThat(Tried.all()).isNotEmpty();
    }
}
