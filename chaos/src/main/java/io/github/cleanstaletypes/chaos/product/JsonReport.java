package io.github.cleanstaletypes.chaos.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command line prints this with {@code --format json}. */
public final class JsonReport {

    private final Map<String, @Nullable Object> json;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if this is not one JSON object
     */
    JsonReport(String text) {
        this.json = Json.object(text);
    }

    /** Lists all findings. */
    public List<Finding> findings() {
        return json.get("findings") instanceof List<?> findings
                ? findings.stream().map(Finding::of).toList()
                : List.of();
    }

    /** Lists the findings of this code, in the order of the report. */
    public List<Finding> findings(String code) {
        return findings().stream()
                .filter(finding -> code.equals(finding.text("code").orElse(null)))
                .toList();
    }

    /** A finding is a JSON object. */
    public record Finding(Map<?, ?> json) {

        static Finding of(@Nullable Object json) {
            if (json instanceof Map<?, ?> object) {
                return new Finding(object);
            }
            throw new IllegalArgumentException("Not a finding: " + json);
        }

        /** Returns the value of this key, if there is one. */
        public Optional<String> text(String key) {
            return Optional.ofNullable(json.get(key)).map(Object::toString);
        }

        /** Returns the value of this key of its evidence, if there is one. */
        public Optional<String> evidence(String key) {
            return json.get("evidence") instanceof Map<?, ?> evidence
                    ? Optional.ofNullable(evidence.get(key)).map(Object::toString)
                    : Optional.empty();
        }
    }
}
