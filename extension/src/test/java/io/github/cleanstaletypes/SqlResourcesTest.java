package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for each statement that is sent. */
class SqlResourcesTest {

    /** A comment travels to the server too, which fails on a character that its encoding lacks. */
    @Test
    void no_statement_and_no_comment_in_it_holds_a_character_that_is_not_ascii() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.UTF_8)
                                    .chars()
                                    .filter(c -> c >= 0x80)
                                    .count())
                            .as(file.toString())
                            .isZero());
        }
    }
}
