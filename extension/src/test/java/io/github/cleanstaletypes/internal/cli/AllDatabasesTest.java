package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.run.EachDatabase;
import io.github.cleanstaletypes.testing.MemoryDirectory;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --all-databases}: each database of the server, whatever becomes of the others. */
class AllDatabasesTest {

    private static final String HOSTILE = "it's \\a \"db\"";

    private static PrivateServer server;

    private final List<String> databases = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeAll
    static void startServer(@TempDir(factory = MemoryDirectory.class) Path directory) {
        server = PrivateServer.in(directory, "18.6")
                .with("max_connections", "16")
                .start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void createDatabases() throws SQLException {
        for (String name : List.of("app", "billing", HOSTILE)) {
            create(name);
        }
    }

    @AfterEach
    void dropDatabases() throws SQLException {
        for (String name : databases) {
            execute("postgres", "DROP DATABASE " + quoted(name) + " WITH (FORCE)");
        }
    }

    @Test
    void are_cleaned_each_and_told_each_in_one_piece() throws SQLException {
        createTypes();

        Outcome outcome = commandLine("postgres").run("clean", "--all-databases", "--type", "mood,unheard_of");

        List<String> removal = List.of(
                "Found stale 'mood' type. Attempting cleanup...",
                "Table 'mood' does not exist. Dropping stale type...",
                "✅ Successfully removed stale 'mood' type");
        assertThat(outcome.lines()).containsSequence(plus("Database app:", removal));
        assertThat(outcome.lines()).containsSequence(plus("Database billing:", removal));
        assertThat(outcome.lines()).containsSequence(plus("Database \"it's \\a \"\"db\"\"\":", removal));
        assertThat(outcome.lines())
                .startsWith("Cleaning up stale database types...", "Checking for stale PostgreSQL types...")
                .endsWith("✅ Database cleanup completed successfully")
                .hasSize(2 + 3 * 4 + 1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(databases).allSatisfy(name -> assertThat(typesIn(name)).isEmpty());
    }

    @Test
    void are_named_by_each_finding() throws SQLException {
        createTypes();

        Outcome outcome = commandLine("postgres").run("check", "--all-databases", "--all-unused", "--format", "json");

        assertThat(outcome.json().findings())
                .extracting(finding -> finding.get("database") + " " + finding.get("name"))
                .containsExactlyInAnyOrder("app mood", "billing mood", HOSTILE + " mood");
        assertThat(outcome.json().value("not_looked_at"))
                .asString()
                .doesNotContain("other databases")
                .contains("rows that no snapshot shows");
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void are_not_looked_into_unless_that_is_asked_for() throws SQLException {
        createTypes();

        Outcome outcome = commandLine("app").run("--type", "mood", "--format", "json");

        assertThat(outcome.json().finding()).containsEntry("database", "app");
        assertThat(typesIn("billing")).containsExactly("mood");
    }

    @Test
    void that_are_clean_make_one_line() {
        Outcome outcome = commandLine("app")
                .with("CLEAN_STALE_TYPES_ALL_DATABASES", "true")
                .run("clean", "--type", "mood");

        assertThat(outcome.lines())
                .containsExactly(
                        "Cleaning up stale database types...",
                        "Checking for stale PostgreSQL types...",
                        "✅ No stale types found. Database is clean.",
                        "✅ Database cleanup completed successfully");
    }

    @Test
    void that_fail_are_told_and_the_others_cleaned_all_the_same() throws SQLException {
        createTypes();
        create("closed");
        create("forbidden");
        create("lost");
        execute("postgres", "CREATE ROLE cleaner LOGIN", "ALTER DATABASE closed ALLOW_CONNECTIONS false");
        execute("postgres", "REVOKE CONNECT ON DATABASE forbidden FROM PUBLIC");
        for (String name : List.of("app", "billing", HOSTILE, "lost")) {
            execute(name, "CREATE TYPE other AS ENUM ('ok')", "ALTER TYPE other OWNER TO cleaner");
        }
        execute(
                "lost",
                "CREATE FUNCTION quit() RETURNS event_trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END $$",
                "CREATE EVENT TRIGGER quit ON sql_drop EXECUTE FUNCTION quit()");
        try {
            CommandRun commandLine = CommandRun.withoutDatabase().with("DATABASE_URL", url("app", "cleaner"));

            Outcome text = commandLine.run("clean", "--all-databases", "--type", "other");

            assertThat(text.exitCode()).isEqualTo(3);
            assertThat(text.errorLines()).hasSize(1);
            assertThat(text.err())
                    .startsWith("clean-stale-types: could not finish in 2 of 6 databases: ")
                    .contains("forbidden: could not connect to the database: no privilege to connect")
                    .contains("lost: the connection was lost: ");
            assertThat(text.out())
                    .contains("\nDatabase app:\n", "\nDatabase billing:\n")
                    .doesNotContain("No stale types found", "cleanup completed");
            assertThat(typesIn("app")).doesNotContain("other");
            assertThat(typesIn("billing")).doesNotContain("other");
            assertThat(typesIn(HOSTILE)).doesNotContain("other");
            assertThat(typesIn("lost")).contains("other");

            Outcome json = commandLine.run("check", "--all-databases", "--all-unused", "--format", "json");
            assertThat(json.json().value("look"))
                    .as("one of them was not looked at")
                    .isNull();
            assertThat(json.json().error()).startsWith("could not finish in 1 of 6 databases: forbidden: ");
            assertThat(json.json().findings())
                    .extracting(finding -> finding.get("database"))
                    .contains("app", "billing", HOSTILE, "lost");
            assertThat(json.json().value("not_looked_at"))
                    .asString()
                    .contains("the database closed: it takes no connections");
        } finally {
            execute("postgres", "ALTER DATABASE closed ALLOW_CONNECTIONS true");
            dropDatabases();
            databases.clear();
            execute("postgres", "DROP ROLE cleaner");
        }
    }

    @Test
    void are_a_few_at_a_time() throws SQLException {
        for (int i = 0; i < 8; i++) {
            create("tenant_" + i);
        }
        execute("postgres", "CREATE ROLE limited LOGIN CONNECTION LIMIT 9");
        try {
            Outcome outcome = CommandRun.withoutDatabase()
                    .with("DATABASE_URL", url("app", "limited"))
                    .run("check", "--all-databases", "--all-unused", "--wait", "0");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        } finally {
            execute("postgres", "DROP ROLE limited");
        }
    }

    @Test
    void leave_half_of_what_other_sessions_and_reserved_ones_have_left_of_the_server() throws SQLException {
        execute("postgres", "CREATE ROLE limited LOGIN");
        List<Connection> others = new ArrayList<>();
        try {
            try (Connection any = connect("app", "limited")) {
                Wait.until("no session of another test is there", () -> sessions(any) == 1);
                for (int free : new int[] {13, 9, 7, 4, 2}) {
                    while (others.size() < 16 - 3 - free) {
                        others.add(connect("postgres"));
                    }
                    assertThat(EachDatabase.of(any, name -> connect(name, "limited"))
                                    .atOnce())
                            .as("%d sessions are free", free)
                            .isEqualTo(Math.min(4, free / 2));
                }
            }

            Outcome outcome = CommandRun.withoutDatabase()
                    .with("DATABASE_URL", url("app", "limited"))
                    .run("check", "--all-databases", "--all-unused");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        } finally {
            for (Connection other : others) {
                other.close();
            }
            execute("postgres", "DROP ROLE limited");
        }
    }

    @Test
    void that_allow_one_session_get_one() throws SQLException {
        execute("postgres", "CREATE ROLE limited LOGIN", "ALTER DATABASE billing CONNECTION LIMIT 1");
        try {
            Outcome outcome = CommandRun.withoutDatabase()
                    .with("DATABASE_URL", url("app", "limited"))
                    .run("check", "--all-databases", "--all-unused", "--wait", "0");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        } finally {
            execute("postgres", "DROP ROLE limited");
        }
    }

    /** The role's own limit. */
    @Test
    void are_so_many_at_a_time_that_half_of_the_sessions_that_are_free_are_left_to_others() throws SQLException {
        execute("postgres", "CREATE ROLE limited LOGIN");
        try (Connection any = connect("app", "limited")) {
            for (int limit : new int[] {1, 4, 9, 100}) {
                execute("postgres", "ALTER ROLE limited CONNECTION LIMIT " + limit);
                EachDatabase databases = EachDatabase.of(any, name -> connect(name, "limited"));
                assertThat(databases.atOnce()).isEqualTo(Math.min(4, Math.max(1, limit / 2)));
            }
            execute("postgres", "ALTER ROLE limited CONNECTION LIMIT -1");
            assertThat(EachDatabase.of(any, name -> any).atOnce())
                    .isEqualTo(Math.min(
                            4, EachDatabase.of(any, name -> any).names().size()));
        } finally {
            execute("postgres", "DROP ROLE limited");
        }
    }

    @Test
    void share_one_undo_file_that_says_which_statement_belongs_where() throws SQLException, IOException {
        createTypes();
        Path file = directory.resolve("undo.sql");

        commandLine("app").run("--all-databases", "--type", "mood", "--undo-file", file.toString());

        assertThat(undoByDatabase(file)).containsOnlyKeys("\"app\"", "\"billing\"", connectionString());
        for (String name : databases) {
            String key = name.equals(HOSTILE) ? connectionString() : '"' + name + '"';
            execute(name, String.valueOf(undoByDatabase(file).get(key)));
            assertThat(typesIn(name)).containsExactly("mood");
        }

        commandLine("app").run("--type", "mood", "--undo-file", file.toString());

        String last = Files.readString(file);
        assertThat(last.substring(last.lastIndexOf("\\connect")))
                .startsWith("\\connect \"app\"\n")
                .contains("CREATE TYPE public.mood");
    }

    @Test
    void share_an_undo_file_that_psql_runs_whole() throws SQLException {
        assumeTrue(Psql.isInstalled(), "no psql (apt-get install postgresql-client)");
        create("-reuse-previous=on host=nowhere");
        create("grüße `touch hijacked` :USER %");
        createTypes();
        Path file = directory.resolve("undo.sql");
        commandLine("app").run("--all-databases", "--type", "mood", "--undo-file", file.toString());
        assertThat(databases).allSatisfy(name -> assertThat(typesIn(name)).isEmpty());

        Psql.Outcome outcome = Psql.run(file, server.port(), "postgres", Map.of());

        assertThat(outcome.exit()).as(outcome.output()).isZero();
        assertThat(databases).allSatisfy(name -> assertThat(typesIn(name)).containsExactly("mood"));
        assertThat(typesIn("postgres")).isEmpty();
    }

    @Test
    void whose_names_would_end_a_line_of_the_undo_file_are_refused_and_the_others_cleaned() throws SQLException {
        List<String> names =
                List.of("x\nCOPY (SELECT 1) TO PROGRAM 'touch hijacked';", "x\r\\! touch hijacked", "tab\t");
        for (String name : names) {
            create(name);
        }
        createTypes();
        Path file = directory.resolve("undo.sql");

        Outcome outcome = commandLine("app").run("--all-databases", "--type", "mood", "--undo-file", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .hasLineCount(1)
                .startsWith("clean-stale-types: could not finish in 3 of 7 databases: ")
                .contains(
                        "psql cannot be told to connect to the database 'x\\u{a}COPY (SELECT 1) TO PROGRAM 'touch hijacked';', whose"
                                + " name holds control characters; clean it alone, with an undo file of its own",
                        "'x\\u{d}\\! touch hijacked'",
                        "'tab\\u{9}'");
        assertThat(names).allSatisfy(name -> assertThat(typesIn(name)).containsExactly("mood"));
        assertThat(typesIn("app")).isEmpty();
        assertThat(typesIn(HOSTILE)).isEmpty();
        assertThat(file).content().doesNotContain("hijacked", "tab");
    }

    @Test
    void are_named_in_a_file_that_another_run_has_written_to_meanwhile() throws SQLException, IOException {
        createTypes();
        Path file = directory.resolve("undo.sql");
        execute(
                "app",
                // a range is no part of a batch
                "CREATE TYPE second AS RANGE (subtype = int4)",
                "CREATE FUNCTION append() RETURNS event_trigger LANGUAGE plpgsql AS $f$ BEGIN"
                        + " EXECUTE pg_catalog.format('COPY (SELECT %L) TO PROGRAM %L', E'-- of another run', 'cat >> "
                        + file
                        + "'); EXECUTE pg_catalog.format('COPY (SELECT %L) TO PROGRAM %L', '\\connect \"billing\"', 'sed s/^.// >> "
                        + file + "'); END $f$",
                "CREATE EVENT TRIGGER append ON sql_drop EXECUTE FUNCTION append()");

        Outcome outcome = commandLine("app").run("--type", "mood,second", "--undo-file", file.toString());

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(undoByDatabase(file).get("\"app\""))
                .contains("CREATE TYPE public.second")
                .doesNotContain("public.mood");
    }

    private static String connectionString() {
        return "-reuse-previous=on \"dbname='it\\'s \\\\a \"\"db\"\"'\"";
    }

    /** The statements below each {@code \connect}. */
    private static Map<String, @Nullable String> undoByDatabase(Path file) throws IOException {
        Map<String, @Nullable String> statements = new HashMap<>();
        String database = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("\\connect ")) {
                database = line.substring("\\connect ".length());
            } else if (!database.isEmpty() && !line.startsWith("\\") && !line.endsWith("\\gset")) {
                statements.merge(database, line + "\n", String::concat);
            }
        }
        return statements;
    }

    private static List<String> plus(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private void create(String name) throws SQLException {
        execute("postgres", "CREATE DATABASE " + quoted(name));
        databases.add(name);
    }

    private void createTypes() throws SQLException {
        for (String name : databases) {
            execute(name, "CREATE TYPE mood AS ENUM ('ok')");
        }
    }

    private static List<String> typesIn(String database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT typname FROM pg_type WHERE typtype = 'e'")) {
            List<String> types = new ArrayList<>();
            while (rows.next()) {
                types.add(rows.getString(1));
            }
            return types;
        }
    }

    private static long sessions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(String database) throws SQLException {
        return connect(database, "postgres");
    }

    private static Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.port() + "/" + encoded(database) + "?user=" + user);
    }

    private static CommandRun commandLine(String database) {
        return CommandRun.withoutDatabase().with("DATABASE_URL", url(database, "postgres"));
    }

    private static String url(String database, String user) {
        return "postgresql://" + user + "@localhost:" + server.port() + "/" + encoded(database);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
