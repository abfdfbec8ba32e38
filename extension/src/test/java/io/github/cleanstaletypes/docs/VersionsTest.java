package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about versions says that tests run on is what the build gives to them. */
class VersionsTest {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    @Test
    void each_version_is_one_of_the_build() {
        String build = Stream.of("pom.xml", "extension/pom.xml", "sample-tests/pom.xml")
                .map(file -> Documentation.text(Documentation.root().resolve(file)))
                .reduce("", String::concat);
        List<String> told = Documentation.guide("versions.md").table("what").stream()
                .flatMap(row -> VERSION.matcher(row.get(2)).results())
                .map(MatchResult::group)
                .toList();
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(version ->
                        assertThat(build).containsPattern("(?<![\\d.])" + Pattern.quote(version) + "(?!\\d)"));
    }
}
