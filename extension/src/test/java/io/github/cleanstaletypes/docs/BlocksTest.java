package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No code block of the documentation is there that nothing runs, compiles or compares. */
class BlocksTest {

    static List<Markdown> pages() {
        return Documentation.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void each_block_has_one_check(Markdown page) {
        assertThat(page.blocks())
                .allSatisfy(block -> assertThat(BlockCheck.of(page, block))
                        .as("the checks of this block: %s", block)
                        .hasSize(1));
    }

    /** Such a block, which follows an empty line, has no language, and so no check. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void no_block_is_made_by_blanks(Markdown page) {
        assertThat(String.join("\n", page.prose())).doesNotContain("\n\n    ", "\n\n\t");
    }

    @ParameterizedTest
    @EnumSource
    void each_check_has_blocks(BlockCheck check) {
        assertThat(check.everywhere()).isNotEmpty();
    }
}
