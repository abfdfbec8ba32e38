package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the translations gets their licence. */
class NoticeTest {

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/META-INF/NOTICE", "src/cli/NOTICE"})
    void the_notice_of_each_jar_has_the_licence_of_the_translations(String notice) throws IOException {
        String text = String.join(" ", Files.readString(Path.of(notice)).split("\\s+"));
        assertThat(text).contains(Translations.class.getPackageName().replace('.', '/') + "/" + Translations.RESOURCE);
        assertThat(text)
                .contains(List.of(
                        "PostgreSQL Global Development Group",
                        "The Regents of the University of California",
                        "provided that the above copyright notice and this paragraph and the following two paragraphs appear in all copies.",
                        "IN NO EVENT SHALL THE UNIVERSITY OF CALIFORNIA BE LIABLE",
                        "THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES"));
    }
}
