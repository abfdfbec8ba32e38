package io.github.cleanstaletypes.internal.error.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds to the resource {@code translations.txt} what the catalogs say that are installed here, by its {@code main}. What is there stays: a
 * minor version can translate anew, and servers of the former ones are still running.
 */
public final class TranslationsGenerator {

    private static final String PACKAGE = "io/github/cleanstaletypes/internal/error/message/";

    private TranslationsGenerator() {}

    /** Writes the resource into the sources, from the directory of the module. */
    public static void main(String[] arguments) throws IOException {
        Path resource = Path.of("src/main/resources/" + PACKAGE + Translations.RESOURCE);
        List<String> all = new ArrayList<>(Files.readAllLines(resource));
        for (String line : lines()) {
            if (!all.contains(line)) {
                all.add(afterItsLanguage(all, line), line);
            }
        }
        Files.writeString(resource, String.join("\n", all) + "\n");
    }

    private static int afterItsLanguage(List<String> all, String line) {
        String language = line.substring(0, line.indexOf('\t') + 1);
        return IntStream.range(0, all.size())
                        .filter(i -> all.get(i).startsWith(language))
                        .max()
                        .orElse(all.size() - 1)
                + 1;
    }

    /** What the installed catalogs say, as lines of the resource. */
    static List<String> lines() {
        List<String> languages = InstalledCatalogs.languages();
        everyMessageIsThere(languages);
        List<String> lines = new ArrayList<>();
        for (String language : languages) {
            messages(language).forEach(lines::add);
            objects(language).forEach(lines::add);
            List<GettextCatalog> catalogs = InstalledCatalogs.all(language);
            severities(language, catalogs).forEach(lines::add);
            labels(language, catalogs).forEach(lines::add);
        }
        return lines;
    }

    private static void everyMessageIsThere(List<String> languages) {
        Set<String> known = languages.stream()
                .flatMap(language -> InstalledCatalogs.server(language).translations().keySet().stream())
                .collect(Collectors.toSet());
        for (Description description : Description.values()) {
            if (!known.contains(description.english())) {
                throw new IllegalStateException(description + " is in no catalog");
            }
        }
        for (ServerMessage message : ServerMessage.values()) {
            if (known.contains(message.english()) == message.untranslated()) {
                throw new IllegalStateException(message + ": \"" + message.english() + "\" is "
                        + (message.untranslated() ? "in a catalog, and said to be in none" : "in no catalog"));
            }
        }
    }

    private static Stream<String> messages(String language) {
        GettextCatalog server = InstalledCatalogs.server(language);
        Map<ServerMessage, String> texts = new EnumMap<>(ServerMessage.class);
        for (ServerMessage message : ServerMessage.values()) {
            server.translation(message.english())
                    .filter(text -> !text.equals(message.english()))
                    .ifPresent(text -> texts.put(message, text));
        }
        texts.keySet().removeAll(mistaken(language, texts, server));
        return texts.entrySet().stream()
                .map(text -> line(language, text.getKey().name(), text.getValue()));
    }

    /** Those whose translation stands in the translation of another message that means something else: a slip of a translator's. */
    private static Set<ServerMessage> mistaken(
            String language, Map<ServerMessage, String> texts, GettextCatalog server) {
        AnchorIndex index = new AnchorIndex(texts.entrySet().stream()
                .map(text -> Template.of(language, text.getKey(), text.getValue()))
                .toList());
        return server.translations().entrySet().stream()
                .filter(other -> !Samples.FAMILY.contains(other.getKey()))
                .map(other -> PlainLine.of(Samples.filled(other.getValue())))
                .flatMap(line -> index.in(line.text()).entrySet().stream()
                        .flatMap(place -> place.getValue().stream()
                                .flatMap(anchor -> Comparison.around(line, anchor, place.getKey()).stream())))
                .map(found -> found.template().message())
                .collect(Collectors.toSet());
    }

    private static Stream<String> objects(String language) {
        GettextCatalog server = InstalledCatalogs.server(language);
        return Stream.of(Description.values())
                .flatMap(description -> server
                        .translation(description.english())
                        .filter(text -> !text.equals(description.english()))
                        .map(text -> line(language, "object " + description, text))
                        .stream());
    }

    private static Stream<String> severities(String language, List<GettextCatalog> catalogs) {
        return Stream.of(Severity.values())
                .flatMap(severity -> words(
                        language,
                        catalogs,
                        "severity " + severity,
                        severity.name(),
                        severity.name().toLowerCase(Locale.ROOT) + ": "));
    }

    private static Stream<String> labels(String language, List<GettextCatalog> catalogs) {
        return Stream.of(Label.values()).flatMap(label -> {
            String english = label.name().replace('_', ' ');
            return words(
                    language,
                    catalogs,
                    "label " + label,
                    english + ":  ",
                    english + ":  %s\n",
                    english + ":  %s",
                    english + " %d: ",
                    english + ":  %s, %s:%d\n");
        });
    }

    /** The words of these messages that are not as in English, without colons and placeholders. */
    private static Stream<String> words(
            String language, List<GettextCatalog> catalogs, String key, String... messages) {
        Set<String> words = new LinkedHashSet<>();
        for (String message : messages) {
            for (GettextCatalog catalog : catalogs) {
                catalog.translation(message)
                        .map(TranslationsGenerator::word)
                        .filter(word -> !word.equals(word(message)))
                        .ifPresent(words::add);
            }
        }
        return words.stream().map(word -> line(language, key, word));
    }

    private static String word(String text) {
        return text.replaceFirst("(?s)[:：].*", "")
                .replaceAll("%[sd]", "")
                .replace('\u00a0', ' ')
                .strip();
    }

    private static String line(String language, String key, String text) {
        // one translation has two lines
        return language + "\t" + key + "\t" + text.replace('\n', ' ');
    }
}
