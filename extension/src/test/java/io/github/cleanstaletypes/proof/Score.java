package io.github.cleanstaletypes.proof;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.cleanstaletypes.testing.LongForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The number of a proof: how many of the cases that there are were played, and how many of them ended as they must.
 *
 * <p>It is printed, and written to {@code target/proof/NAME.json}, from where the report of the module chaos takes it.
 *
 * @param name the proof's name, in words: {@code "interleavings"}
 * @param claim what is proved, as a sentence
 * @param passed how many of those that were played ended as they must
 * @param played how many were played
 * @param all how many there are; more than were played in a sample
 * @param parts the same by part, in order: the part's name, then what is counted of it by name
 */
public record Score(
        String name, String claim, long passed, long played, long all, Map<String, Map<String, Long>> parts) {

    private static final Path DIRECTORY = Path.of("target", "proof");

    /** Prints it and writes its file, over one that is there. */
    public void tell() throws IOException {
        System.out.printf(
                "proof of %s: %d of %d, %s of %d; -Dtest.seed=%d%n",
                name, passed, played, LongForm.isOn() ? "all" : "a sample", all, LongForm.seed());
        parts.forEach((part, counts) -> System.out.println("  " + part + ": " + counts));
        Files.createDirectories(DIRECTORY);
        Path file = DIRECTORY.resolve(name.replace(' ', '-') + ".json");
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            write(json);
        }
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("claim", claim);
        json.writeBooleanField("sample", !LongForm.isOn());
        json.writeNumberField("seed", LongForm.seed());
        json.writeNumberField("passed", passed);
        json.writeNumberField("played", played);
        json.writeNumberField("all", all);
        json.writeArrayFieldStart("parts");
        for (String part : List.copyOf(parts.keySet())) {
            json.writeStartObject();
            json.writeStringField("part", part);
            for (Map.Entry<String, Long> count : parts.get(part).entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
