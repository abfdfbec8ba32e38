package io.github.cleanstaletypes.internal.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cleanstaletypes.internal.reset.ResetReport;
import io.github.cleanstaletypes.internal.reset.ResetReport.DroppedDatabase;
import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.CleanupReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a reset as one JSON object, in the form of {@link JsonReport}. Immutable.
 *
 * @param document the keys that every command has
 * @param state what has become of it, in one word
 * @param report what was done; null if it failed
 * @param reasons why it was refused, if there are several reasons
 * @param steps what was done, or would be
 */
public record ResetDocument(
        Document document, String state, @Nullable ResetReport report, List<String> reasons, List<String> steps) {

    public ResetDocument {
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
    }

    /** Of one that did its work. */
    public static ResetDocument of(String version, ResetReport report) {
        List<CleanupReport> server = report.serverVersion() == null
                ? List.of()
                : List.of(new CleanupReport(report.database(), report.serverVersion(), List.of(), List.of()));
        return new ResetDocument(
                new Document(version, "reset", server, 0, null),
                report.outcome().name().toLowerCase(Locale.ROOT),
                report,
                List.of(),
                report.steps());
    }

    /** Of one that could not. */
    public static ResetDocument failed(
            String version, String state, int exitCode, String error, List<String> reasons, List<String> steps) {
        return new ResetDocument(
                new Document(version, "reset", List.of(), exitCode, error), state, null, reasons, steps);
    }

    /** Writes the object and a line feed in UTF-8 (its ASCII part, since all else is escaped). */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReport.JSON.createGenerator(out)) {
            json.writeStartObject();
            JsonReport.fields(json, document);
            json.writeObjectFieldStart("reset");
            json.writeStringField("state", state);
            if (report != null) {
                done(json, report);
            }
            JsonReport.texts(json, "reasons", reasons);
            JsonReport.texts(json, "steps", steps);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void done(JsonGenerator json, ResetReport report) throws IOException {
        json.writeStringField("action", report.action().name().toLowerCase(Locale.ROOT));
        json.writeStringField("database", report.database());
        number(json, "oid", report.oid());
        JsonReport.nullable(json, "old", report.setAside());
        number(json, "old_oid", report.setAsideOid());
        JsonReport.texts(json, "carried", report.carried());
        JsonReport.texts(json, "not_carried", report.notCarried());
        json.writeArrayFieldStart("ended");
        for (DatabaseSession session : report.ended()) {
            ended(json, session);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dropped");
        for (DroppedDatabase dropped : report.dropped()) {
            json.writeStartObject();
            json.writeStringField("name", RawText.shown(dropped.name()));
            number(json, "bytes", dropped.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void ended(JsonGenerator json, DatabaseSession session) throws IOException {
        json.writeStartObject();
        json.writeNumberField("session", session.pid());
        shown(json, "role", session.role());
        shown(json, "application_name", session.application());
        shown(json, "client", session.client());
        shown(json, "since", session.since() == null ? null : session.since().toString());
        json.writeEndObject();
    }

    private static void shown(JsonGenerator json, String name, @Nullable String text) throws IOException {
        JsonReport.nullable(json, name, text == null ? null : RawText.shown(text));
    }

    private static void number(JsonGenerator json, String name, @Nullable Long number) throws IOException {
        json.writeFieldName(name);
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(number);
        }
    }
}
