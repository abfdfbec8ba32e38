package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words before a message and its parts are known in each language. */
class SeverityAndLabelTest {

    @ParameterizedTest
    @CsvSource({
        "ERROR, ERROR",
        "error, ERROR",
        "FATAL, FATAL",
        "DEBUG, DEBUG",
        "DEBUG5, DEBUG",
        "FEHLER, ERROR",
        "ERREUR, ERROR",
        "ОШИБКА, ERROR",
        "ВАЖНО, FATAL",
        "エラー, ERROR",
        "오류, ERROR",
        "错误, ERROR",
        "比致命错误还过分的错误, PANIC",
        "HINWEIS, NOTICE",
        "注意, NOTICE",
        "გაფრთხილება, NOTICE",
        "ATTENTION, WARNING",
        "СООБЩЕНИЕ, LOG"
    })
    void a_severity_is_known(String word, Severity severity) {
        assertThat(ServerMessages.severity(word)).contains(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "DETAIL, DETAIL",
        "DÉTAIL, DETAIL",
        "ПОДРОБНОСТИ, DETAIL",
        "ASTUCE, HINT",
        "TIPP, HINT",
        "ANWEISUNG, STATEMENT",
        "文, STATEMENT",
        "LINE 1, LINE",
        "ZEILE 12, LINE",
        "行 3, LINE",
        "第3行, LINE",
        "ŘÁDKA 1, LINE",
        "CONSTRAINT NAME, CONSTRAINT_NAME",
        "NOM DE CONTRAINTE, CONSTRAINT_NAME",
        "EMPLACEMENT, LOCATION",
        "REQUÊTE, QUERY",
        "ΕΡΩΤΗΜΑ, QUERY"
    })
    void a_label_is_known(String word, Label label) {
        assertThat(ServerMessages.label(word)).contains(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Type", "HTTP", "ERR", "FEHLERHAFT", "1", "DETAILS"})
    void another_word_is_none(String word) {
        assertThat(ServerMessages.severity(word)).isEmpty();
        assertThat(ServerMessages.label(word)).isEmpty();
    }

    @Test
    void no_word_is_two_severities_or_two_labels_but_one() {
        Map<String, Set<String>> meanings = new TreeMap<>();
        Samples.lines()
                .filter(line -> line[1].matches("(?:severity|label) .*"))
                .forEach(line -> meanings.computeIfAbsent(line[2], unseen -> new TreeSet<>())
                        .add(line[1]));
        meanings.values().removeIf(keys -> keys.size() < 2);
        assertThat(meanings).isEqualTo(Map.of("გაფრთხილება", Set.of("severity NOTICE", "severity WARNING")));
    }

    @Test
    void each_language_has_its_words() {
        assertThat(Samples.lines()
                        .filter(line -> line[1].equals("label LINE"))
                        .map(line -> line[0])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "cs", "de", "el", "es", "fr", "it", "ja", "ka", "ko", "ru", "sv", "uk", "zh_CN", "zh_TW");
    }

    @Test
    void a_milder_severity_is_less() {
        assertThat(Stream.of("ПАНИКА", "FATAL", "오류", "WARNUNG", "HINWEIS", "INFO", "LOGG", "DEBUG1")
                        .map(word -> ServerMessages.severity(word).orElseThrow()))
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .doesNotHaveDuplicates();
    }
}
