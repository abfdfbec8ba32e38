package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's Java is a region of a file that is compiled and run. */
class SnippetsTest {

    private static final Path SAMPLES =
            Path.of("sample-tests", "src", "test", "java", "io", "github", "cleanstaletypes", "samples");

    @Test
    void the_java_of_the_readme_is_compiled_and_run() throws IOException {
        assertThat(Documentation.readme().blocks("java"))
                .extracting(Markdown.Block::text)
                .containsExactly(region("CommandFreeCleanTest.java", "clean"));
    }

    private static String region(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(
                        Documentation.root().resolve(SAMPLES).resolve(file))
                .stream()
                .dropWhile(line -> !line.strip().equals("// tag::" + name))
                .skip(1)
                .takeWhile(line -> !line.strip().equals("// end::" + name))
                .toList();
        return String.join("\n", lines).stripIndent();
    }
}
