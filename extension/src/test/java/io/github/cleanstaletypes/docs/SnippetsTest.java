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
                .containsExactly(
                        region("AccountsTest.java", "names"),
                        region("PendingMigrationsTest.java", "migrations"),
                        region("TwoDataSourcesTest.java", "field"),
                        region("containers/ContainerTest.java", "container"),
                        region("EmbeddedServerTest.java", "embedded"),
                        region("boot4/ServiceConnectionTest.java", "boot"),
                        region("boot/BootTest.java", "boot"),
                        region("ReportTest.java", "report"),
                        region("DatabaseTest.java", "lock"),
                        region("CommandFreeCleanTest.java", "clean"),
                        region("FlywayCallbackTest.java", "flyway"),
                        region("containers/ReusedContainerTest.java", "reused"));
    }

    @Test
    void the_defaults_of_a_suite_in_the_readme_are_those_of_the_samples() throws IOException {
        Path parameters = Documentation.root().resolve("sample-tests/src/test/resources/junit-platform.properties");
        assertThat(Documentation.readme()
                        .block("What it does, and when", "properties")
                        .text())
                .isEqualTo(Files.readString(parameters).strip());
    }

    @Test
    void maven_and_gradle_users_get_the_artifact_that_is_built() throws IOException {
        String version = Files.readAllLines(Documentation.root().resolve("pom.xml")).stream()
                .filter(line -> line.startsWith("  <version>"))
                .map(line -> line.replaceAll("</?version>", "").strip())
                .findFirst()
                .orElseThrow();
        assertThat(Documentation.readme().block("In tests", "kotlin").text())
                .contains("\"io.github.cleanstaletypes:clean-stale-types:" + version + "\"");
        assertThat(Documentation.readme().block("In tests", "xml").text())
                .contains(
                        "<groupId>io.github.cleanstaletypes</groupId>",
                        "<artifactId>clean-stale-types</artifactId>",
                        "<version>" + version + "</version>");
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
