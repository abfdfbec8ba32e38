package io.github.cleanstaletypes.internal.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Explanation.Look;
import io.github.cleanstaletypes.report.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation as one JSON object, in the form of {@link JsonReport}. Stateless. */
public final class ExplanationReport {

    private ExplanationReport() {}

    /** Writes the object and a line feed in UTF-8 (its ASCII part, since all else is escaped). */
    public static void write(ExplanationDocument document, OutputStream out) throws IOException {
        Explanation explanation = document.explanation();
        Look look = explanation == null ? null : explanation.look();
        try (JsonGenerator json = JsonReport.JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("tool", "clean-stale-types");
            json.writeStringField("version", document.version());
            json.writeStringField("command", "explain");
            JsonReport.nullable(json, "server_version", look == null ? null : look.serverVersion());
            json.writeBooleanField("recognised", explanation != null);
            if (explanation != null) {
                fields(json, explanation);
            }
            json.writeBooleanField("looked", look != null);
            json.writeArrayFieldStart("findings");
            if (explanation != null && look != null) {
                for (Result result : explanation.results()) {
                    JsonReport.finding(json, look.database(), result);
                }
            }
            json.writeEndArray();
            JsonReport.texts(
                    json,
                    "not_looked_at",
                    look == null ? List.of("the database") : JsonReport.inWords(look.notLookedAt()));
            json.writeNumberField("exit_code", document.exitCode());
            error(json, document.error());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    static void fields(JsonGenerator json, Explanation explanation) throws IOException {
        json.writeStringField("cause", explanation.cause());
        JsonReport.nullable(json, "sqlstate", explanation.sqlState());
        JsonReport.nullable(json, "constraint", explanation.constraint());
        json.writeStringField("explanation", Audience.COMMAND_LINE.words(explanation.explanation()));
        json.writeStringField("remedy", Audience.COMMAND_LINE.words(explanation.remedy()));
        json.writeBooleanField("transient_race", explanation.transientRace());
        JsonReport.texts(json, "claims", explanation.claims());
        JsonReport.texts(json, "healable", explanation.healable());
        JsonReport.texts(json, "evidence", JsonReport.inWords(explanation.evidence()));
        JsonReport.texts(json, "also_seen", explanation.others());
    }

    private static void error(JsonGenerator json, @Nullable String error) throws IOException {
        if (error != null) {
            json.writeStringField("error", error);
        }
    }
}
