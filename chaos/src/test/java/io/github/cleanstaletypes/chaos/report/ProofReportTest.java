package io.github.cleanstaletypes.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.report.proof.Proof;
import io.github.cleanstaletypes.chaos.report.proof.ProofName;
import io.github.cleanstaletypes.chaos.report.proof.ProofVerdict;
import io.github.cleanstaletypes.chaos.report.proof.Proofs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report tells of proofs by counting: their files in {@code proofs} were written by the extension. */
class ProofReportTest {

    private static final Path PROOFS = Path.of("src", "test", "resources", "proofs");

    @TempDir
    private Path directory;

    @Test
    void a_proof_passes_if_all_that_was_played_passed_and_each_known_one_is_told_in_its_place() throws IOException {
        other("Something Else.json", "Something Else", 3, 3);

        Proofs proofs = Proofs.in(copied());

        assertThat(proofs.results())
                .extracting(result -> result.name() + " " + result.verdict().words())
                .containsExactly(
                        "ledger passed",
                        "interleavings FAILED",
                        "breaks not run",
                        "sometimes not run",
                        "schemas not run",
                        "Something Else UNREADABLE");
        assertThat(proofs.nothingFailed()).isFalse();
    }

    @Test
    void the_page_needs_no_other_file_and_says_n_of_n_of_what_and_by_which_seed() throws IOException {
        String page = ProofPage.page(Proofs.in(copied()));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .doesNotContain("http://", "https://", "<script", "<link", "src=", "@import", "url(");
        assertThat(page)
                .contains(
                        "<p class=\"bad\"><b>2 of 5 proofs were run, 1 passed. Failed: interleavings. Not run: breaks, sometimes, schemas.")
                .contains("<p class=\"bad\"><b>199 of 200 passed: a sample of 2,014.</b></p>")
                .contains("<p class=\"good\"><b>214 of 214 passed: all that there are.</b></p>")
                .contains("<code>-Dtest.seed=4711</code>", "<code>-Plong -Dtest.seed=17</code>")
                .contains("<tr class=\"struck\"><th scope=\"row\">quarantine, PostgreSQL 14.22</th>\n<td>80</td>")
                .contains("<tr class=\"fine\"><th scope=\"row\">drop under type locks, PostgreSQL 18.6</th>")
                .contains("214 known · 214 sent")
                .contains("forms &lt;b&gt;not&lt;/b&gt; in the list")
                .contains("It was not run here, so nothing is proved. It would prove that whatever is broken");
    }

    @Test
    void a_build_without_proofs_is_told_as_such_and_not_as_a_failure() {
        Proofs proofs = Proofs.in(directory.resolve("nowhere"));

        assertThat(proofs.names(ProofVerdict.NOT_RUN))
                .containsExactlyElementsOf(
                        Arrays.stream(ProofName.values()).map(ProofName::word).toList());
        assertThat(proofs.nothingFailed()).isTrue();
        assertThat(ProofPage.page(proofs)).contains("<b>0 of 5 proofs were run, 0 passed. Not run: ledger, ");
    }

    @Test
    void a_proof_that_has_played_nothing_proves_nothing() throws IOException {
        other("ledger.json", "ledger", 0, 0);

        Proofs proofs = Proofs.in(directory);

        assertThat(proofs.names(ProofVerdict.FAILED)).containsExactly("ledger");
        assertThat(ProofPage.page(proofs)).contains("Nothing was played");
    }

    @Test
    void what_is_no_proof_is_told_with_its_reason_and_is_no_success() throws IOException {
        other("breaks.json", "breaks", 4, 3);
        other("schemas.json", "ledger", 3, 3);
        Files.writeString(directory.resolve("ledger.json"), "{\"name\":\"ledger\"}");
        Files.writeString(directory.resolve("sometimes.json"), "{\"name\":");
        Files.writeString(directory.resolve("interleavings.json"), "[]");

        Proofs proofs = Proofs.in(directory);

        assertThat(proofs.names(ProofVerdict.UNREADABLE)).hasSize(5);
        assertThat(proofs.nothingFailed()).isFalse();
        assertThat(ProofPage.page(proofs))
                .contains("4 passed of 3 that were played")
                .contains("it is of another proof: ledger")
                .contains("it has no &quot;claim&quot;")
                .contains("it is no JSON: ")
                .contains("it has START_ARRAY where START_OBJECT belongs");
    }

    @Test
    void the_report_links_to_the_page_and_its_json_has_the_numbers() throws IOException {
        Proofs proofs = Proofs.in(copied());
        Path json = directory.resolve("report.json");

        JsonResults.write(List.of(), proofs, json);

        assertThat(HtmlResults.page(List.of(), proofs))
                .contains("<p class=\"bad\"><a href=\"proofs.html\">What was proved by counting</a>: 2 of 5 proofs");
        assertThat(Files.readString(json))
                .contains("\"proofs\" : [ {", "\"verdict\" : \"FAILED\"", "\"passed\" : 199", "\"all\" : 2014")
                .contains("\"part\" : \"quarantine, PostgreSQL 14.22\"", "\"verdict\" : \"not run\"");
    }

    @Test
    void a_part_is_good_if_as_many_passed_as_were_played_or_as_its_first_count_says() {
        assertThat(new Proof.Part("a", counts("played", 3, "passed", 3)).isGood())
                .isTrue();
        assertThat(new Proof.Part("b", counts("steps", 9, "played", 3, "passed", 3)).isGood())
                .isTrue();
        assertThat(new Proof.Part("c", counts("schemas", 3, "passed", 2)).isGood())
                .isFalse();
        assertThat(new Proof.Part("d", counts("known", 3, "sent", 2)).isGood()).isTrue();
        assertThat(new Proof.Part("e", Map.of()).isGood()).isTrue();
    }

    private static Map<String, Long> counts(Object... namesAndNumbers) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            counts.put((String) namesAndNumbers[i], ((Integer) namesAndNumbers[i + 1]).longValue());
        }
        return counts;
    }

    private Path copied() throws IOException {
        for (String name : List.of("ledger.json", "interleavings.json")) {
            Files.copy(PROOFS.resolve(name), directory.resolve(name));
        }
        return directory;
    }

    private void other(String file, String name, long passed, long played) throws IOException {
        Files.writeString(directory.resolve(file), """
                {"name": "%s", "claim": "so it is", "sample": true, "seed": 1, "passed": %d, "played": %d, "all": 9, "parts": [],
                 "later": {"unknown": []}}""".formatted(name, passed, played));
    }
}
