package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cleanstaletypes.docs.Shell.Result;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells to type does what the README says. */
class ReadmeCommandLinesIT {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");
    private static final Pattern EXIT_STATUS = Pattern.compile("# exits with (\\d+)");
    private static final String CREATE_TYPE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    @TempDir
    private Path directory;

    private Shell shell;

    @BeforeEach
    void createTheReadersDatabase() throws IOException, SQLException {
        execute(SERVER.superuser().getConnection(), "CREATE ROLE app LOGIN", "CREATE DATABASE app OWNER app");
        execute(app(), CREATE_TYPE);
        Path service = Files.writeString(
                directory.resolve("pg_service.conf"),
                "[app]\nhost=localhost\nport=%d\ndbname=app\nuser=app\n".formatted(SERVER.port()));
        Path secret = Files.writeString(
                directory.resolve("database_url"),
                "postgresql://app:secret@localhost:%d/app\n".formatted(SERVER.port()));
        Path migrations = Files.createDirectories(directory.resolve("src/main/resources/db/migration"));
        Files.writeString(migrations.resolve("V1__accounts.sql"), "CREATE TABLE accounts_user (id int);");
        shell = new Shell(directory)
                .export("PGSERVICEFILE", service.toString())
                .replace("/run/secrets/database_url", secret.toString())
                .replace("python manage.py migrate", "true")
                .replace("db.example", "localhost")
                .replace("5432", Integer.toString(SERVER.port()));
    }

    @AfterEach
    void dropTheReadersDatabase() throws SQLException {
        execute(SERVER.superuser().getConnection(), "DROP DATABASE app WITH (FORCE)", "DROP ROLE app");
    }

    @Test
    void each_line_exits_as_told_one_after_the_other() throws IOException, SQLException {
        List<String> lines = lines();
        assertThat(lines).filteredOn(line -> line.contains("java -jar")).hasSizeGreaterThan(10);
        for (String line : lines) {
            Matcher export = EXPORT.matcher(line);
            if (export.matches()) {
                shell.export(export.group(1), export.group(2));
            } else if (line.contains("java -jar")) {
                // what sets the connection by itself must not get it from the environment
                Result result = shell.run(
                        line.matches("(PG|POSTGRES_|DB_|DATABASE_URL_FILE).*") ? "unset DATABASE_URL; " + line : line);
                assertThat(result.exit()).as("%s", result).isEqualTo(expectedExit(line));
            } else if (line.equals("psql \"$DATABASE_URL\" -f undo.sql")) {
                execute(app(), Files.readString(directory.resolve("undo.sql")));
            } else {
                assertThat(line).as("a line that no test runs").startsWith("mvn ");
            }
        }
    }

    @Test
    void the_lines_to_grep_for_are_printed() {
        exportUrl();
        String printed = shell.commandLine("clean --type accounts_user").out()
                + shell.commandLine("clean --type accounts_user").out()
                + shell.commandLine("check --wait 0 --database-url postgresql://app@localhost:1/app")
                        .out();
        assertThat(printed.lines())
                .containsAll(Documentation.readme()
                        .block("Text", "text")
                        .text()
                        .lines()
                        .toList());
    }

    @Test
    void the_json_has_the_keys_of_a_real_run() throws IOException {
        exportUrl();
        Result result = shell.commandLine("clean --type accounts_user --format json");
        assertThat(keys(Documentation.readme().block("JSON", "json").text())).isEqualTo(keys(result.out()));
        assertThat(result.out().strip().lines()).as("lines").hasSize(1);
    }

    @Test
    void the_json_of_a_failure_has_an_error() throws IOException {
        assertThat(keys(shell.commandLine("check --format json --type a-b").out()))
                .contains("error");
    }

    private void exportUrl() {
        shell.export("DATABASE_URL", "postgresql://app@localhost:%d/app".formatted(SERVER.port()));
    }

    private static List<String> lines() {
        return Documentation.readme().blocks("sh").stream()
                .flatMap(block -> block.text().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static int expectedExit(String line) {
        Matcher told = EXIT_STATUS.matcher(line);
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    /** The paths of all keys, without the numbers of array elements. */
    private static Set<String> keys(String json) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    keys.add(parser.getParsingContext()
                            .pathAsPointer()
                            .toString()
                            .replaceAll("/\\d+", "")
                            .substring(1));
                }
            }
        }
        return keys;
    }

    private static Connection app() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:%d/app?user=app".formatted(SERVER.port()));
    }

    private static void execute(Connection opened, String... statements) throws SQLException {
        try (Connection connection = opened;
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
