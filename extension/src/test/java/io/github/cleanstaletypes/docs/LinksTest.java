package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No link leads nowhere. */
class LinksTest {

    static List<Markdown> pages() {
        return Documentation.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void each_link_leads_to_a_file_and_heading(Markdown page) {
        assertThat(page.links()).allSatisfy(link -> follow(page, link));
    }

    private static void follow(Markdown page, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        assertThat(file).exists();
        if (parts.length == 2) {
            assertThat(Markdown.read(file).anchors()).contains(parts[1]);
        }
    }
}
