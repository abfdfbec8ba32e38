package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation's Java is a region of a file that is compiled and run, and what it tells to write into files is true. */
class SnippetsTest {

    private static final String CALLBACKS = "flyway.callbacks=";

    @Test
    void all_java_is_compiled_and_run() {
        assertThat(BlockCheck.SAMPLE.everywhere())
                .extracting(Markdown.Block::text)
                .isSubsetOf(regions());
    }

    /** A region that no page shows any more is marked in vain, and one of its readers is missing. */
    @Test
    void each_region_of_the_samples_is_shown() {
        assertThat(BlockCheck.SAMPLE.everywhere())
                .extracting(Markdown.Block::text)
                .containsAll(regions());
    }

    @Test
    void properties_are_those_of_the_samples_or_name_a_class() throws IOException {
        String ofTheSuite = Files.readString(
                        Documentation.root().resolve("sample-tests/src/test/resources/junit-platform.properties"))
                .strip();
        List<String> others = BlockCheck.PROPERTIES.everywhere().stream()
                .map(Markdown.Block::text)
                .filter(text -> !text.equals(ofTheSuite))
                .toList();
        assertThat(others).hasSize(1).allSatisfy(text -> {
            assertThat(text).startsWith(CALLBACKS);
            assertThat(Class.forName(text.substring(CALLBACKS.length()))).isFinal();
        });
    }

    @Test
    void maven_and_gradle_users_get_the_artifact_that_is_built() throws IOException {
        String version = Files.readAllLines(Documentation.root().resolve("pom.xml")).stream()
                .filter(line -> line.startsWith("  <version>"))
                .map(line -> line.replaceAll("</?version>", "").strip())
                .findFirst()
                .orElseThrow();
        assertThat(BlockCheck.DEPENDENCY.everywhere()).allSatisfy(block -> {
            if (block.language().equals("kotlin")) {
                assertThat(block.text()).contains("\"io.github.cleanstaletypes:clean-stale-types:" + version + "\"");
            } else {
                assertThat(block.text())
                        .contains(
                                "<groupId>io.github.cleanstaletypes</groupId>",
                                "<artifactId>clean-stale-types</artifactId>",
                                "<version>" + version + "</version>");
            }
        });
    }

    private static List<String> regions() {
        List<String> regions = new ArrayList<>();
        for (Path file : Documentation.below(Documentation.root().resolve("sample-tests/src"), ".java")) {
            List<String> lines = Documentation.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.startsWith("// tag::")) {
                    String end = line.replace("tag::", "end::");
                    regions.add(String.join(
                                    "\n",
                                    lines.subList(i + 1, lines.size()).stream()
                                            .takeWhile(text -> !text.strip().equals(end))
                                            .toList())
                            .stripIndent());
                }
            }
        }
        return regions;
    }
}
