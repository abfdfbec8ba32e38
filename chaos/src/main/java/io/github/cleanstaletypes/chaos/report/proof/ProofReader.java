package io.github.cleanstaletypes.chaos.report.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of one proof. Names that it does not know are passed over. */
final class ProofReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final List<Proof.Part> parts = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String claim;
    private @Nullable Boolean sample;

    private ProofReader() {}

    /**
     * Reads a text that is one proof and nothing else.
     *
     * @throws IllegalArgumentException if it is not
     */
    static Proof read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            ProofReader reader = new ProofReader();
            expect(JsonToken.START_OBJECT, json.nextToken());
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                reader.take(field, json);
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("it goes on after its end");
            }
            return reader.proof();
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
        }
    }

    private void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "name" -> name = text(field, json);
            case "claim" -> claim = text(field, json);
            case "sample" -> sample = json.getBooleanValue();
            case "seed", "passed", "played", "all" -> numbers.put(field, json.getLongValue());
            case "parts" -> readParts(json);
            default -> json.skipChildren();
        }
    }

    private void readParts(JsonParser json) throws IOException {
        expect(JsonToken.START_ARRAY, json.currentToken());
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_OBJECT, json.currentToken());
            parts.add(part(json));
        }
    }

    private static Proof.Part part(JsonParser json) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        String name = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("part")) {
                name = text(field, json);
            } else {
                counts.put(field, json.getLongValue());
            }
        }
        return new Proof.Part(given("part", name), counts);
    }

    private Proof proof() {
        return new Proof(
                given("name", name),
                given("claim", claim),
                given("sample", sample),
                number("seed"),
                number("passed"),
                number("played"),
                number("all"),
                parts);
    }

    private long number(String field) {
        return given(field, numbers.get(field));
    }

    private static String text(String field, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("its \"" + field + "\" is no text");
        }
        return json.getText();
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("it has no \"" + field + "\"");
        }
        return value;
    }

    private static void expect(JsonToken wanted, @Nullable JsonToken found) {
        if (found != wanted) {
            throw new IllegalArgumentException("it has " + found + " where " + wanted + " belongs");
        }
    }
}
