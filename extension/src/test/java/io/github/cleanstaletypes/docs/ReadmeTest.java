package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README stays what somebody with a failed migration reads to its end, and leads to everything else. */
class ReadmeTest {

    @Test
    void it_has_at_most_250_lines() throws IOException {
        assertThat(Files.readAllLines(Documentation.readme().file()))
                .as("lines. Somebody whose deployment stands still reads this page, not a longer one:"
                        + " what is not needed at once belongs on a page of the guide")
                .hasSizeLessThanOrEqualTo(250);
    }

    @Test
    void it_begins_with_the_error() {
        assertThat(Documentation.readme().headings().get(1)).isEqualTo("You see this error now");
        assertThat(BlockCheck.ERROR_TEXT.in(Documentation.readme())).hasSize(1);
    }

    @Test
    void each_page_of_the_guide_is_in_its_index() {
        Path index = Documentation.root().resolve("extension/docs/README.md");
        List<Path> linked = Markdown.read(index).links().stream()
                .map(link -> index.resolveSibling(link.split("#", 2)[0]).normalize())
                .toList();
        assertThat(linked)
                .containsAll(Documentation.guideFiles().stream()
                        .filter(file -> !file.equals(index))
                        .toList());
    }

    @Test
    void it_leads_to_the_guide() {
        assertThat(Documentation.readme().links()).contains("extension/docs/README.md");
    }
}
