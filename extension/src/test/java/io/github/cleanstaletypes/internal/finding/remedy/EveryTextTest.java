package io.github.cleanstaletypes.internal.finding.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of any class speaks to those who have no command line of one: each text is looked at as it is compiled, so new ones are, too. */
class EveryTextTest {

    private static final Path CLASSES = Path.of("target/classes/io/github/cleanstaletypes");

    /** Rooms, and classes of others, that only the command line reaches. */
    private static final Set<Path> OF_THE_COMMAND_LINE = Set.of(
            CLASSES.resolve("internal/cli"),
            CLASSES.resolve("internal/guard/command"),
            CLASSES.resolve("internal/guard/live"),
            CLASSES.resolve("internal/guard/proof"),
            CLASSES.resolve("internal/reset"),
            CLASSES.resolve("internal/guard/GuardedCommand.class"),
            CLASSES.resolve("internal/guard/session/SessionRoom.class"),
            CLASSES.resolve("internal/guard/session/DatabaseAddress.class"));

    /** What stands for a value in the text of a concatenation. */
    private static final char VALUE = '\u0001';

    /**
     * What knows the words of each reader; what says it of an option, which only those can have given who have options; and what the
     * server itself is started with.
     */
    private static final Set<Path> KNOWING = Set.of(
            CLASSES.resolve("internal/finding/remedy/CommandForm.class"),
            CLASSES.resolve("internal/finding/remedy/Phrase.class"),
            CLASSES.resolve("internal/connect/Source.class"),
            CLASSES.resolve("internal/connect/url/ForeignParameters.class"),
            CLASSES.resolve("testcontainers/ServerSettings.class"));

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMMAND_LINE")
    void none_has_words_of_the_command_line(Audience reader) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Path> classes = classes();
        for (Path file : classes) {
            for (String text : StringConstants.of(file)) {
                OwnWords.in(reader.words(text)).forEach(word -> wrong.add(file + ": " + word + " in: " + text));
            }
        }
        assertThat(classes).hasSizeGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMMAND_LINE")
    void no_phrase_has_words_of_the_command_line_but_for_its_readers(Audience reader) {
        for (Phrase phrase : Phrase.values()) {
            assertThat(OwnWords.in("Look: " + reader.words(phrase.words()))).isEmpty();
            assertThat(Audience.COMMAND_LINE.words("Look: " + phrase.words()))
                    .isNotEqualTo("Look: " + phrase.words())
                    .satisfies(words -> assertThat(OwnWords.in(words)).isNotEmpty());
        }
    }

    @Test
    void each_text_with_a_call_becomes_a_command() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path file : classes()) {
            for (String text : StringConstants.of(file)) {
                // something comes between: a name, of which Calls makes the text
                boolean whole = text.contains(CallChain.BEGINNING)
                        && !text.contains("claiming(")
                        && !text.contains(CallChain.BEGINNING + VALUE);
                if (whole && !text.equals(CallChain.BEGINNING)) {
                    calls++;
                    if (Audience.COMMAND_LINE.words(text).contains("(dataSource)")) {
                        wrong.add(file + ": " + text);
                    }
                }
            }
        }
        assertThat(calls).isGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See what it is: check --type 'mood' --strict.",
                "name them, or --all-unused)",
                "look: check.",
                "Under guard the second waits: guard -- COMMAND.",
                "3 things (-v tells them)",
                "the file of --undo-file",
                "prisma migrate resolve --applied NAME, then --strict"
            })
    void such_words_are_found(String text) {
        assertThat(OwnWords.in(text)).isNotEmpty();
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> OF_THE_COMMAND_LINE.stream().noneMatch(file::startsWith))
                    .filter(file -> !KNOWING.contains(file))
                    .toList();
        }
    }
}
