package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.docs.Shell.Result;
import io.github.cleanstaletypes.testing.Psql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the guide tell to type does what they say. */
class GuideCommandLinesIT {

    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");
    private static final Pattern EXIT_STATUS = Pattern.compile("# exits with (\\d+)");
    private static final Pattern PROFILES = Pattern.compile("-P([\\w,-]+)");
    private static final Pattern MODULE = Pattern.compile("-pl (\\S+)");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");

    @TempDir
    private Path directory;

    private ReadersDatabase database;
    private Shell shell;

    static List<Markdown> pages() {
        return Documentation.all().stream()
                .filter(page -> !BlockCheck.COMMAND_LINES.in(page).isEmpty())
                .toList();
    }

    @BeforeEach
    void createTheReadersDatabase() throws IOException, SQLException {
        database = new ReadersDatabase(directory);
        shell = database.shell();
    }

    @AfterEach
    void dropTheReadersDatabase() throws SQLException {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void each_line_exits_as_told_one_after_the_other(Markdown page) throws IOException, SQLException {
        for (String line : lines(page)) {
            Matcher export = EXPORT.matcher(line);
            if (export.matches()) {
                shell.export(export.group(1), export.group(2));
            } else if (line.contains("java -jar ")) {
                // what sets the connection by itself must not get it from the environment
                Result result = shell.run(
                        line.matches("(PG|POSTGRES_|DB_|DATABASE_URL_FILE).*") ? "unset DATABASE_URL; " + line : line);
                assertThat(result.exit()).as("%s", result).isEqualTo(expectedExit(line));
            } else if (line.equals("psql \"$DATABASE_URL\" -f undo.sql")) {
                database.execute(String.join("", Psql.statements(directory.resolve("undo.sql"))));
            } else if (line.startsWith("docker ") || line.startsWith("docker-compose ")) {
                // too much for this test; the tests of containers run the files in whose heads it stands
                assertThat(Documentation.texts(
                                "sample-tests/src/startup", line.startsWith("docker ") ? "Dockerfile" : ".yaml"))
                        .as(line)
                        .anyMatch(text -> text.contains("#   " + line + "\n"));
            } else {
                assertThat(line).as("a line that no test runs").startsWith("mvn ");
                wouldRun(line);
            }
        }
    }

    /** A build within a build would take long; so only that what is named is there. */
    private static void wouldRun(String maven) {
        Path root = Documentation.root();
        PROFILES.matcher(maven)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).split(",")))
                .forEach(profile -> assertThat(Documentation.texts(".", "pom.xml"))
                        .as("the profile of: %s", maven)
                        .anyMatch(pom -> pom.contains("<id>" + profile + "</id>")));
        MODULE.matcher(maven)
                .results()
                .forEach(match -> assertThat(root.resolve(match.group(1)).resolve("pom.xml"))
                        .isRegularFile());
        TEST.matcher(maven)
                .results()
                .forEach(match -> assertThat(Documentation.below(root.resolve("extension/src/test"), ".java"))
                        .extracting(file -> file.getFileName().toString())
                        .contains(match.group(1) + ".java"));
    }

    private static List<String> lines(Markdown page) {
        return BlockCheck.COMMAND_LINES.in(page).stream()
                .flatMap(block -> block.text().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static int expectedExit(String line) {
        Matcher told = EXIT_STATUS.matcher(line);
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }
}
