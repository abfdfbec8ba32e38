package io.github.cleanstaletypes.internal.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Coverage;
import io.github.cleanstaletypes.report.Coverage.Look;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The report as one JSON object. Whoever parses it gets every name as it is; whoever prints it is not harmed. Stateless. */
public final class JsonReport {

    static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new HtmlEscapes())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private JsonReport() {}

    /** Writes the object and a line feed in UTF-8 (its ASCII part, since all else is escaped). */
    public static void write(Document document, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields(json, document);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    static void fields(JsonGenerator json, Document document) throws IOException {
        json.writeStringField("tool", "clean-stale-types");
        json.writeStringField("version", document.version());
        json.writeStringField("command", document.command());
        nullable(
                json,
                "server_version",
                document.reports().isEmpty() ? null : document.reports().get(0).serverVersion());
        nullable(json, "look", look(document.reports()));
        json.writeArrayFieldStart("findings");
        for (CleanupReport report : document.reports()) {
            for (Result result : report.results()) {
                finding(json, report.database(), result);
            }
        }
        json.writeEndArray();
        json.writeObjectFieldStart("summary");
        json.writeNumberField("found", document.found());
        json.writeNumberField("cleaned", document.cleaned());
        json.writeNumberField("remaining", document.remaining());
        json.writeFieldName("unjudged");
        if ("quick".equals(look(document.reports()))) {
            // it does not count them
            json.writeNull();
        } else {
            json.writeNumber(document.unjudged());
        }
        json.writeEndObject();
        unjudgedNames(json, document.reports());
        migrations(json, "unjudged_migrations", document.reports(), Coverage::unjudgedMigrations);
        migrations(json, "unread_parts", document.reports(), Coverage::unreadParts);
        texts(
                json,
                "not_looked_at",
                inWords(document.reports().stream()
                        .flatMap(report -> report.notLookedAt().stream())
                        .distinct()
                        .toList()));
        probes(json, document.reports());
        json.writeNumberField("exit_code", document.exitCode());
        if (document.error() != null) {
            json.writeStringField("error", document.error());
        }
    }

    static List<String> inWords(List<String> texts) {
        return texts.stream().map(Audience.COMMAND_LINE::words).toList();
    }

    /** The least that was made in any database. */
    private static @Nullable String look(List<CleanupReport> reports) {
        return switch (reports.stream()
                .map(report -> report.coverage().look())
                .min(Comparator.naturalOrder())
                .orElse(Look.NONE)) {
            case NONE -> null;
            case QUICK -> "quick";
            case FULL -> "full";
        };
    }

    /** Only there if a claimed name was not judged. */
    private static void unjudgedNames(JsonGenerator json, List<CleanupReport> reports) throws IOException {
        List<String> names = reports.stream()
                .flatMap(report -> report.coverage().unjudgedNames().stream())
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            texts(json, "unjudged_names", names);
        }
    }

    /** Only there if something of pending migrations was not judged. */
    private static void migrations(
            JsonGenerator json, String key, List<CleanupReport> reports, Function<Coverage, List<String>> reasons)
            throws IOException {
        if (reports.stream().allMatch(report -> reasons.apply(report.coverage()).isEmpty())) {
            return;
        }
        json.writeArrayFieldStart(key);
        for (CleanupReport report : reports) {
            for (String reason : reasons.apply(report.coverage())) {
                json.writeStartObject();
                json.writeStringField("database", report.database());
                json.writeStringField("reason", RawText.shown(reason));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** Only there if a name was tried. */
    private static void probes(JsonGenerator json, List<CleanupReport> reports) throws IOException {
        if (reports.stream().allMatch(report -> report.probes().isEmpty())) {
            return;
        }
        json.writeArrayFieldStart("probes");
        for (CleanupReport report : reports) {
            for (Probe probe : report.probes()) {
                json.writeStartObject();
                json.writeStringField("database", report.database());
                nullable(json, "schema", probe.schema());
                json.writeStringField("name", probe.name());
                json.writeStringField("outcome", probe.outcome().word().replace(' ', '_'));
                json.writeStringField("detail", probe.detail());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    static void finding(JsonGenerator json, String database, Result result) throws IOException {
        Finding finding = result.finding();
        json.writeStartObject();
        json.writeStringField("code", finding.code().name());
        json.writeStringField("database", database);
        nullable(json, "schema", finding.subject().schema());
        nullable(json, "name", finding.subject().name());
        if (finding.subject().oid() == 0) {
            json.writeNullField("oid");
        } else {
            json.writeNumberField("oid", finding.subject().oid());
        }
        json.writeStringField("kind", finding.subject().kind());
        nullable(
                json,
                "claimed_by",
                finding.claimedBy() == null ? null : finding.claimedBy().word());
        nullable(json, "raises", finding.raises());
        json.writeStringField("outcome", result.outcome().word());
        json.writeStringField("explanation", Audience.COMMAND_LINE.words(result.explanation()));
        json.writeStringField("remedy", Audience.COMMAND_LINE.words(result.remedy()));
        evidence(json, finding.evidence());
        nullable(json, "undo", result.undo().orElse(null));
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, Map<String, Object> facts) throws IOException {
        json.writeObjectFieldStart("evidence");
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            if (fact.getValue() instanceof List<?> list) {
                texts(json, fact.getKey(), list.stream().map(String::valueOf).toList());
            } else if (fact.getValue() instanceof Number number) {
                json.writeNumberField(fact.getKey(), number.longValue());
            } else if (fact.getValue() instanceof Boolean flag) {
                json.writeBooleanField(fact.getKey(), flag);
            } else {
                json.writeStringField(fact.getKey(), String.valueOf(fact.getValue()));
            }
        }
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(RawText.shown(text));
        }
        json.writeEndArray();
    }

    static void nullable(JsonGenerator json, String name, @Nullable String text) throws IOException {
        if (text == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }
}
