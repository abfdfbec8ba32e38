package io.github.cleanstaletypes.chaos.bench.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cleanstaletypes.chaos.bench.figure.Curve;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.measure.Talk;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import java.io.IOException;

/** Writes as JSON what the page draws: curves, starts, and what was asked. */
final class DrawnJson {

    private final JsonGenerator json;

    DrawnJson(JsonGenerator json) {
        this.json = json;
    }

    void write(RowResult result) throws IOException {
        json.writeArrayFieldStart("curves");
        for (Curve curve : result.curves()) {
            curve(curve);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("starts");
        for (Waterfall waterfall : result.waterfalls()) {
            waterfall(waterfall);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("talks");
        for (Talk talk : result.talks()) {
            talk(talk);
        }
        json.writeEndArray();
    }

    private void talk(Talk talk) throws IOException {
        json.writeStartObject();
        json.writeStringField("of", talk.of());
        json.writeArrayFieldStart("connections");
        for (Talk.Connection connection : talk.connections()) {
            json.writeStartObject();
            json.writeNumberField("round_trips", connection.roundTrips());
            json.writeNumberField("connecting_cpu", connection.connecting().toNanos() / 1e9);
            json.writeNumberField("answering_cpu", connection.answering().toNanos() / 1e9);
            json.writeArrayFieldStart("statements");
            for (String statement : connection.statements()) {
                json.writeString(statement);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void curve(Curve curve) throws IOException {
        json.writeStartObject();
        json.writeStringField("of", curve.of());
        json.writeArrayFieldStart("points");
        for (Curve.Point point : curve.points()) {
            json.writeStartObject();
            json.writeNumberField("types", point.types());
            json.writeNumberField("seconds", point.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void waterfall(Waterfall waterfall) throws IOException {
        json.writeStartObject();
        json.writeStringField("of", waterfall.of());
        json.writeArrayFieldStart("phases");
        for (Waterfall.Phase phase : waterfall.phases()) {
            json.writeStartObject();
            json.writeStringField("phase", phase.name());
            json.writeNumberField("from", phase.from().toNanos() / 1e9);
            json.writeNumberField("to", phase.to().toNanos() / 1e9);
            json.writeNumberField("classes", phase.classes());
            json.writeNumberField("shared", phase.shared());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
