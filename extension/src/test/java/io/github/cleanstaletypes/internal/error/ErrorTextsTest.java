package io.github.cleanstaletypes.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What drivers and migration tools print. Those of psql, of Python's and of Node's drivers and tools were printed by them against a real
 * server, in the languages that it speaks; the others are written after their formats.
 */
class ErrorTextsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "corpus.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
    void tell_their_cause_their_constraint_and_the_name(
            String file, Cause cause, String sqlState, String constraint, String name) throws IOException {
        byte[] text = bytes(file);
        Symptom first = FailureReader.read(new java.io.ByteArrayInputStream(text))
                .orElseThrow()
                .first();

        assertThat(first.cause()).isEqualTo(cause);
        assertThat(first.sqlState()).isEqualTo(sqlState);
        assertThat(first.constraint()).isEqualTo(constraint);
        assertThat(first.named() == null ? null : first.named().name()).isEqualTo(name);
        assertThat(FailureReader.read(new String(text, StandardCharsets.UTF_8))
                        .orElseThrow()
                        .first())
                .as("read as a text")
                .isEqualTo(first);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ErrorTextsTest.class.getResourceAsStream(file + ".txt"), file)) {
            return in.readAllBytes();
        }
    }
}
