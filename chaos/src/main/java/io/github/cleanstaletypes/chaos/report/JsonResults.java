package io.github.cleanstaletypes.chaos.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.report.proof.Proofs;
import io.github.cleanstaletypes.chaos.run.Outcome;
import io.github.cleanstaletypes.chaos.run.RunResult;
import io.github.cleanstaletypes.chaos.scenario.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes {@code report.json}: {@code runs}, a {@code summary} that counts them, and {@code proofs}. */
public final class JsonResults {

    private JsonResults() {}

    /** Writes it to this file. */
    public static void write(List<RunResult> results, Proofs proofs, Path file) {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            for (RunResult result : results) {
                write(result, json);
            }
            json.writeEndArray();
            summary(results, json);
            ProofsJson.write(proofs, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(RunResult result, JsonGenerator json) throws IOException {
        ServerError error = result.error();
        json.writeStartObject();
        json.writeStringField("scenario", result.run().header().name());
        json.writeStringField("finding", result.run().header().finding());
        json.writeStringField("postgres", result.run().postgres());
        json.writeStringField("healer", result.run().healer().name());
        json.writeStringField("fault", result.run().header().fault());
        json.writeStringField("sqlstate", error == null ? null : error.sqlState());
        json.writeStringField("constraint", error == null ? null : error.constraint());
        json.writeStringField("outcome", result.outcome().word());
        json.writeBooleanField("reproduced", result.reproduced());
        json.writeStringField("healing", result.healing());
        json.writeStringField("effect", result.effect().words());
        json.writeStringField("after", result.after());
        json.writeArrayFieldStart("lost");
        for (String lost : result.lost()) {
            json.writeString(lost);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("checkers");
        for (String checker : result.checkers()) {
            json.writeString(checker);
        }
        json.writeEndArray();
        json.writeStringField("reason", result.reason());
        json.writeNumberField("seconds", seconds(result.took()));
        json.writeNumberField("seed", result.run().seed());
        json.writeStringField("repeat", result.run().repeat());
        json.writeArrayFieldStart("timeline");
        for (Event event : result.timeline()) {
            write(event, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Event event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("who", event.lane().label());
        json.writeStringField("what", event.label());
        json.writeNumberField("from", seconds(event.from()));
        json.writeNumberField("to", seconds(event.to()));
        json.writeBooleanField("bad", event.bad());
        json.writeEndObject();
    }

    private static void summary(List<RunResult> results, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("runs", results.size());
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(
                    outcome.word(),
                    results.stream()
                            .filter(result -> result.outcome() == outcome)
                            .count());
        }
        json.writeEndObject();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
