package io.github.cleanstaletypes.chaos.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cleanstaletypes.chaos.report.proof.Proof;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult.NotRun;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult.Run;
import io.github.cleanstaletypes.chaos.report.proof.ProofResult.Unreadable;
import io.github.cleanstaletypes.chaos.report.proof.Proofs;
import java.io.IOException;
import java.util.Map;

/** Writes what was proved by counting: {@code proofs} of {@code report.json}. */
final class ProofsJson {

    private ProofsJson() {}

    static void write(Proofs proofs, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("proofs");
        for (ProofResult result : proofs.results()) {
            json.writeStartObject();
            json.writeStringField("name", result.name());
            json.writeStringField("verdict", result.verdict().words());
            if (result instanceof Run run) {
                json.writeStringField("at", run.at().toString());
                write(run.proof(), json);
            } else if (result instanceof NotRun notRun) {
                json.writeStringField("claim", notRun.claim());
            } else if (result instanceof Unreadable unreadable) {
                json.writeStringField("reason", unreadable.why());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(Proof proof, JsonGenerator json) throws IOException {
        json.writeStringField("claim", proof.claim());
        json.writeBooleanField("sample", proof.sample());
        json.writeNumberField("seed", proof.seed());
        json.writeNumberField("passed", proof.passed());
        json.writeNumberField("played", proof.played());
        json.writeNumberField("all", proof.all());
        json.writeArrayFieldStart("parts");
        for (Proof.Part part : proof.parts()) {
            json.writeStartObject();
            json.writeStringField("part", part.name());
            for (Map.Entry<String, Long> count : part.counts().entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
