package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message is found in each language, whatever the name, and whatever stands around it. */
class ServerMessagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mood",
                "My type",
                "a \"b\" c",
                "already exists",
                "it \"already exists\"",
                "x, skipping",
                "größer als",
                "o'clock",
                "a_name_of_63_bytes_which_is_as_long_as_the_server_lets_a_name_be"
            })
    void each_message_is_found_in_each_language(String name) {
        List<String> wrong = new ArrayList<>();
        Samples.templates().forEach(template -> {
            List<String> arguments = Samples.arguments(template.message(), name);
            String text = Samples.filled(template, arguments);
            Template first = Samples.firstOfSameText(template);
            for (String before : List.of("", "ERROR:  ", "pq: ", "error: select \"a\" from \"b\" - ")) {
                List<Match> matches = ServerMessages.in(before + text);
                Match expected = new Match(
                        first.message(), first.language(), before.length(), before.length() + text.length(), arguments);
                if (!matches.equals(List.of(expected))) {
                    wrong.add(before + text + " -> " + matches);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_message_is_found_where_its_quotes_are_escaped() {
        List<String> wrong = new ArrayList<>();
        Samples.templates().forEach(template -> {
            String text = Samples.filled(template, Samples.arguments(template.message(), "mood"));
            String line = "{\"message\":\"" + text.replace("\"", "\\\"") + "\"}";
            List<ServerMessage> messages =
                    ServerMessages.in(line).stream().map(Match::message).toList();
            if (!messages.equals(List.of(Samples.firstOfSameText(template).message()))) {
                wrong.add(line + " -> " + messages);
            }
        });
        assertThat(wrong).isEmpty();
    }
}
