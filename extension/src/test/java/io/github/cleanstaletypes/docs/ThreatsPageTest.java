package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each answer on the page on threats names tests that there are. */
class ThreatsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!threat |---|name |`).*\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?…?`");

    @Test
    void names_a_test_for_each_answer() throws IOException {
        Map<String, String> tests = tests();
        String page = Files.readString(Path.of("docs", "threats.md"));
        String threats = page.substring(0, page.indexOf("## The statements"));
        String before = "";
        for (MatchResult row : ROW.matcher(threats).results().toList()) {
            String cell = row.group()
                    .substring(row.group().lastIndexOf('|', row.group().length() - 3));
            assertThat(TEST.matcher(cell).find() || (cell.contains("the same") && !before.isEmpty()))
                    .as("a test of: %s", row.group())
                    .isTrue();
            before = cell;
        }
        assertThat(TEST.matcher(threats).results().toList())
                .hasSizeGreaterThan(30)
                .allSatisfy(test -> {
                    assertThat(tests).containsKey(test.group(1));
                    if (test.group(2) != null) {
                        assertThat(tests.get(test.group(1))).contains(" " + test.group(2));
                    }
                });
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.<Path>identity().andThen(ThreatsPageTest::text),
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
