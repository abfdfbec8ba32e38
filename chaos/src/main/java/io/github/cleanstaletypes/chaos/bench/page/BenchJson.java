package io.github.cleanstaletypes.chaos.bench.page;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Fact;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Measured;
import io.github.cleanstaletypes.chaos.bench.figure.Figure;
import io.github.cleanstaletypes.chaos.bench.figure.Form;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Writes {@code bench.json}: each row with its figures, and each run of each round that they come from. */
public final class BenchJson {

    private final JsonGenerator json;
    private final Form form;

    private BenchJson(JsonGenerator json, Form form) {
        this.json = json;
        this.form = form;
    }

    /** Writes it to this file. */
    public static void write(BenchResult result, Path file) {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new BenchJson(json, result.form()).write(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(BenchResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("form", form.name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("succeeded", result.succeeded());
        json.writeObjectFieldStart("surroundings");
        for (Fact fact : result.surroundings()) {
            json.writeStringField(fact.name(), fact.value());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("rows");
        for (Measured measured : result.rows()) {
            row(measured);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void row(Measured measured) throws IOException {
        json.writeStartObject();
        json.writeStringField("row", measured.row());
        json.writeStringField("title", measured.title());
        json.writeArrayFieldStart("figures");
        for (Figure figure : measured.result().figures()) {
            figure(figure);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rounds");
        for (Rounds rounds : measured.result().rounds()) {
            for (Rounds.Round round : rounds.all()) {
                round(round);
            }
        }
        json.writeEndArray();
        new DrawnJson(json).write(measured.result());
        json.writeEndObject();
    }

    private void figure(Figure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("what", figure.what());
        json.writeStringField("unit", figure.target().unit().name().toLowerCase(Locale.ROOT));
        json.writeStringField("target", figure.target().inWords());
        json.writeStringField("verdict", form.judge(figure).word());
        if (figure.value().isPresent()) {
            Estimate value = figure.value().get();
            json.writeNumberField("value", value.median());
            json.writeNumberField("lowest", value.low());
            json.writeNumberField("highest", value.high());
        }
        json.writeStringField("measured", figure.measured());
        json.writeStringField("floor", figure.floor());
        json.writeStringField("reason", figure.failure().orElse(null));
        json.writeEndObject();
    }

    private void round(Rounds.Round round) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Cost> run : round.costs().entrySet()) {
            Cost cost = run.getValue();
            json.writeObjectFieldStart(run.getKey());
            json.writeNumberField("wall", cost.waiting());
            json.writeNumberField("client_cpu", cost.clientCpu());
            json.writeNumberField("server_cpu", cost.serverCpu());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
