package io.github.cleanstaletypes.internal.error.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The translations, as the resource {@code translations.txt} has them: on each line a language, a key and a text. Immutable. */
final class Translations {

    static final String RESOURCE = "translations.txt";
    static final String ENGLISH = "en";

    private final List<Template> templates = new ArrayList<>();
    private final Map<String, Severity> severities = new HashMap<>();
    private final Map<String, Label> labels = new HashMap<>();
    private final Descriptions descriptions = new Descriptions();

    private Translations() {
        for (ServerMessage message : ServerMessage.values()) {
            templates.add(Template.of(ENGLISH, message, message.english()));
        }
        for (Severity severity : Severity.values()) {
            severities.put(severity.name(), severity);
            severities.put(severity.name().toLowerCase(Locale.ROOT), severity);
        }
        for (Description description : Description.values()) {
            descriptions.add(ENGLISH, description, description.english());
        }
        for (Label label : Label.values()) {
            labels.put(label.name().replace('_', ' '), label);
        }
    }

    static Translations read() {
        Translations translations = new Translations();
        try (InputStream resource = Objects.requireNonNull(Translations.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", 3);
                    translations.add(fields[0], fields[1], fields[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return translations;
    }

    private void add(String language, String key, String text) {
        int space = key.indexOf(' ');
        String name = key.substring(space + 1);
        switch (key.substring(0, Math.max(space, 0))) {
            // one language has one word for two of them: then the milder is told
            case "severity" ->
                severities.merge(text, Severity.valueOf(name), BinaryOperator.minBy(Severity::compareTo));
            case "label" -> labels.put(text, Label.valueOf(name));
            case "object" -> descriptions.add(language, Description.valueOf(name), text);
            default -> templates.add(Template.of(language, ServerMessage.valueOf(name), text));
        }
    }

    List<Template> templates() {
        return List.copyOf(templates);
    }

    Descriptions descriptions() {
        return descriptions;
    }

    Optional<Severity> severity(String word) {
        return Optional.ofNullable(severities.get(word));
    }

    Optional<Label> label(String word) {
        return Optional.ofNullable(labels.get(word));
    }
}
