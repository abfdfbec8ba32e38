package io.github.cleanstaletypes.internal.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cleanstaletypes.internal.guard.report.Attempt;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Explanation.Look;
import io.github.cleanstaletypes.report.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** How a guarded command went as one JSON object, in the form of {@link JsonReport}. Stateless. */
public final class GuardedReport {

    private GuardedReport() {}

    /** Writes the object and a line feed in UTF-8 (its ASCII part, since all else is escaped). */
    public static void write(GuardReport report, String version, OutputStream out) throws IOException {
        List<CleanupReport> cleanup = report.cleanup().stream().toList();
        Document document = new Document(version, "guard", cleanup, report.exitStatus(), report.error());
        try (JsonGenerator json = JsonReport.JSON.createGenerator(out)) {
            json.writeStartObject();
            JsonReport.fields(json, document);
            json.writeStringField("proof", report.proof());
            json.writeArrayFieldStart("attempts");
            for (Attempt attempt : report.attempts()) {
                attempt(json, attempt);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("waits");
            for (SeenWait wait : report.waits()) {
                SeenWaitReport.write(json, wait);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void attempt(JsonGenerator json, Attempt attempt) throws IOException {
        json.writeStartObject();
        json.writeNumberField("exit_code", attempt.exitStatus());
        json.writeNumberField("seconds", BigDecimal.valueOf(attempt.took().toMillis(), 3));
        json.writeStringField("next", attempt.next().word());
        Explanation explanation = attempt.explanation();
        if (explanation == null) {
            json.writeNullField("failure");
        } else {
            json.writeObjectFieldStart("failure");
            failure(json, explanation);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void failure(JsonGenerator json, Explanation explanation) throws IOException {
        ExplanationReport.fields(json, explanation);
        Look look = explanation.look();
        json.writeBooleanField("looked", look != null);
        json.writeArrayFieldStart("findings");
        if (look != null) {
            for (Result result : explanation.results()) {
                JsonReport.finding(json, look.database(), result);
            }
        }
        json.writeEndArray();
    }
}
