package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.statement.ListedStatements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on threats lists every statement that can be sent, by the name that it begins with. */
class StatementListTest {

    private static final Path MAIN = Path.of("src", "main");

    /** A resource that is a statement is named by its file; one that is a part of others is read as a fragment. */
    private static final Pattern FRAGMENT = Pattern.compile("fragment\\(\\s*\\w+\\.class,\\s*\"(\\w+)\\.sql\"\\)");

    private static final Pattern COMPOSED = Pattern.compile("(?:composed|verbatim)\\(\\s*\"(\\w+)\"");
    private static final Pattern WRITTEN = Pattern.compile("/\\* clean-stale-types:(\\w+) \\*/");
    private static final Pattern DDL = Pattern.compile("(?:run|execute)\\(\\s*connection,\\s*\"(\\w+)\"");
    private static final Pattern SERVER_WRITTEN = Pattern.compile("ServerWritten\\(\\s*\"(\\w+)\"");

    /** Their file's name is put together, or they stand in others' texts. */
    private static final Set<String> PARTS = Set.of(
            "pg_type_rows",
            "pg_class_rows",
            "trusted_tables",
            "form_member",
            "definition",
            "type_parts",
            "dependents_in_words",
            "standalone_types");

    @Test
    void is_that_of_the_program() throws IOException {
        Set<String> names = new TreeSet<>(all(COMPOSED));
        names.addAll(all(WRITTEN));
        names.addAll(all(DDL));
        names.addAll(all(SERVER_WRITTEN));
        Set<String> fragments = all(FRAGMENT);
        files(".sql").stream()
                .map(file -> file.getFileName().toString().replace(".sql", ""))
                .filter(name -> !fragments.contains(name) && !PARTS.contains(name))
                .forEach(names::add);
        assertThat(ListedStatements.names()).containsExactlyElementsOf(names).hasSizeGreaterThan(60);
    }

    private static Set<String> all(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(".java")) {
            pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        }
        return found;
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
