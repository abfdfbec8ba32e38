package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's table of the annotation has its attributes and configuration parameters. */
class AnnotationReferenceTest {

    private static final String PREFIX = "cleanstaletypes.";

    private final List<List<String>> table = Documentation.guide("tests.md").table("attribute");

    @Test
    void each_attribute_is_told() {
        assertThat(table.stream().flatMap(row -> Markdown.code(row.get(0)).stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CleanStaleTypes.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void each_configuration_parameter_is_read() {
        List<String> sources = Documentation.texts("extension/src/main/java/io/github/cleanstaletypes/junit", ".java");
        assertThat(table.stream().flatMap(row -> Markdown.code(row.get(1)).stream()))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(parameter).startsWith(PREFIX))
                .allSatisfy(parameter -> assertThat(sources)
                        .anyMatch(source -> source.contains('"' + parameter.substring(PREFIX.length()) + '"')));
    }
}
