package io.github.cleanstaletypes.chaos.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReportTest {

    private static final JsonReport REPORT = new JsonReport("""
            {"tool":"clean-stale-types","findings":[
              {"code":"UNUSED_TYPE","name":"ö \\"x\\"","undo":null,"evidence":{"labels":["a",1.5,true]}},
              {"code":"UNCOMMITTED_CREATION","name":null,"evidence":{"pid":4711,"query":"CREATE"}}],
             "summary":{"found":2},"exit_code":0}
            """);

    @Test
    void finds_findings_by_their_code() {
        assertThat(REPORT.findings("UNUSED_TYPE")).singleElement().satisfies(finding -> {
            assertThat(finding.text("name")).contains("ö \"x\"");
            assertThat(finding.text("undo")).isEmpty();
            assertThat(finding.evidence("labels")).contains("[a, 1.5, true]");
        });
        assertThat(REPORT.findings("TYPE_IN_USE")).isEmpty();
    }

    @Test
    void finds_evidence_whatever_its_type() {
        assertThat(REPORT.findings("UNCOMMITTED_CREATION")).singleElement().satisfies(finding -> {
            assertThat(finding.evidence("pid")).contains("4711");
            assertThat(finding.evidence("client")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"a\":1,\"a\":2}", "✅ No stale types found."})
    void is_one_json_object_and_nothing_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JsonReport(text));
    }
}
