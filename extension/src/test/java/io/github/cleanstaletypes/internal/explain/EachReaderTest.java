package io.github.cleanstaletypes.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.catalog.named.SchemaContent;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.CorpusText;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.finding.remedy.OwnWords;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Explanation.Look;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each cause of a failure is explained in the words of who reads it, with a look at the database that shows nothing and without one. */
class EachReaderTest {

    private static final Look LOOK = new Look("app", "18.6", List.of());

    /** So many texts of each cause. */
    private static final int TEXTS = 3;

    private static final List<Failure> FAILURES = failures();

    @Test
    void the_texts_have_each_cause() {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        FAILURES.forEach(failure -> causes.add(failure.first().cause()));
        assertThat(causes).isEqualTo(EnumSet.allOf(Cause.class));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMMAND_LINE")
    void nobody_else_is_told_what_to_type_on_a_command_line(Audience reader) {
        List<String> wrong = new ArrayList<>();
        for (Failure failure : FAILURES) {
            for (Explanation explanation : explanations(failure)) {
                String words = reader.words(own(explanation));
                OwnWords.in(words).forEach(word -> wrong.add(word + " in: " + words));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void on_the_command_line_nobody_is_told_what_to_write_in_java() {
        for (Failure failure : FAILURES) {
            for (Explanation explanation : explanations(failure)) {
                assertThat(Audience.COMMAND_LINE.words(own(explanation))).doesNotContain("StaleTypes", "dataSource");
            }
        }
    }

    @Test
    void of_a_type_that_exists_each_reader_learns_how_to_look_and_how_to_remove_it() {
        Explanation explanation =
                Explanations.of("ERROR: type \"mood\" already exists").orElseThrow();

        assertThat(remedy(explanation, Audience.COMMAND_LINE))
                .startsWith("See what it is and whether anything uses it: check --type 'mood' --strict."
                        + " If nothing does, remove it: clean --type 'mood'. ");
        assertThat(remedy(explanation, Audience.JUNIT))
                .startsWith("See what it is and whether anything uses it:"
                        + " StaleTypes.in(dataSource).claiming(\"mood\").strictly().check()."
                        + " If nothing does, remove it: @CleanStaleTypes(\"mood\"). ");
        assertThat(remedy(explanation, Audience.FLYWAY))
                .contains(
                        " If nothing does, remove it: CleanStaleTypesCallback does that, before a migration that creates"
                                + " this name. ");
        assertThat(remedy(explanation, Audience.LIBRARY))
                .isEqualTo(explanation.remedy())
                .contains(" If nothing does, remove it: StaleTypes.in(dataSource).claiming(\"mood\").clean(). ");
    }

    /** Each text as a whole, and each of its errors alone. */
    private static List<Failure> failures() {
        Map<String, Integer> texts = new HashMap<>();
        return CorpusText.all().stream()
                .filter(text -> text.expected().stream()
                        .anyMatch(error -> texts.merge(error.replaceFirst(" .*", ""), 1, Integer::sum) <= TEXTS))
                .flatMap(text -> FailureReader.read(text.decoded()).stream())
                .flatMap(failure -> Stream.concat(
                        Stream.of(failure), failure.symptoms().stream().map(symptom -> new Failure(List.of(symptom)))))
                .toList();
    }

    private static String remedy(Explanation explanation, Audience reader) {
        return reader.words(explanation.remedy());
    }

    /** What this project says of it; names are somebody else's. */
    private static String own(Explanation explanation) {
        return explanation.explanation() + "\n" + explanation.remedy() + "\n"
                + String.join("\n", explanation.evidence());
    }

    /** Without a look; with one that shows nothing; and with one of a schema that holds a type and nothing else. */
    private static List<Explanation> explanations(Failure failure) {
        ErrorContext nothing = new ErrorContext(Map.of(), List.of());
        ErrorContext types =
                new ErrorContext(Map.of(), List.of(new SchemaContent("app", "type", 2, List.of("mood", "a\"b"))));
        return List.of(
                Explanations.of(failure),
                new Explainer(failure).explain(List.of(), nothing, NamedThings.NONE, List.of(), LOOK),
                new Explainer(failure).explain(List.of(), types, NamedThings.NONE, List.of(), LOOK));
    }
}
