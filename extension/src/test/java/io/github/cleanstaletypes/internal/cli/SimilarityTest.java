package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    @ParameterizedTest(name = "{0} to {1} takes {2}")
    @CsvSource({
        "'', '', 0",
        "'', ab, 2",
        "clean, clean, 0",
        "clena, clean, 1",
        "clan, clean, 1",
        "cleann, clean, 1",
        "clxan, clean, 1",
        "check, clean, 3",
        "ab, ba, 1",
        "abc, cab, 2"
    })
    void counts_the_edits_that_make_one_word_of_the_other(String one, String other, int edits) {
        assertThat(Similarity.edits(one, other)).isEqualTo(edits);
        assertThat(Similarity.edits(other, one)).isEqualTo(edits);
    }
}
