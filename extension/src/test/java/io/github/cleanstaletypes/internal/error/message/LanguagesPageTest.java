package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about languages lists what the translations have. */
class LanguagesPageTest {

    private static final Path PAGE = Path.of("docs/languages.md");

    @Test
    void each_language_is_listed_with_what_is_known_of_it() throws IOException {
        Map<String, List<String[]>> languages =
                Samples.lines().collect(Collectors.groupingBy(line -> line[0], TreeMap::new, Collectors.toList()));
        List<String> rows = languages.entrySet().stream()
                .map(language -> row(language.getKey(), language.getValue()))
                .toList();
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")))
                .isEqualTo(rows);
    }

    @Test
    void each_kind_of_object_is_listed() throws IOException {
        String kinds = Stream.of(ObjectKind.values()).map(ObjectKind::words).collect(Collectors.joining(", "));
        assertThat(String.join(" ", Files.readAllLines(PAGE))).contains(kinds);
    }

    private static String row(String code, List<String[]> lines) {
        // a minor version may have translated one anew
        long messages = lines.stream()
                .map(line -> line[1])
                .filter(key -> !key.contains(" "))
                .distinct()
                .count();
        boolean words = lines.stream().anyMatch(line -> line[1].startsWith("label "));
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        code,
                        Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(Locale.ENGLISH),
                        messages == 0 ? "" : String.valueOf(messages),
                        words ? "yes" : "");
    }
}
