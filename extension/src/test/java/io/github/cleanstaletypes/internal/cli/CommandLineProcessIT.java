package io.github.cleanstaletypes.internal.cli;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the process itself shows: its bytes, its terminal, its exit status. */
class CommandLineProcessIT {

    private static final Path NEWER_JAVA =
            Path.of(System.getenv().getOrDefault("JAVA_HOME_25_X64", "/usr/lib/jvm/temurin-25-jdk-amd64"));
    private static final String ESCAPE = "\u001b[";
    private static final String GREEN = "\u001b[32m✅";
    private static final String NOWHERE = "postgresql://app@localhost:1/app";

    private static TestDatabase database;

    @TempDir
    private Path directory;

    private ProcessRun commandLine;

    @BeforeAll
    static void createUnusedType() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute(
                "CREATE TYPE \"größe 😀\" AS ENUM ('a')",
                "CREATE SCHEMA \"größe\"",
                "CREATE TYPE \"größe\".\"größe 😀\" AS ENUM ('a')",
                "CREATE TYPE title AS ENUM ('a')");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void setUp() {
        commandLine = ProcessRun.in(directory).with("DATABASE_URL", CommandRun.url(database, "postgres"));
    }

    /** No locale at all, and one of a single-byte encoding: the names that come in and go out are UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8"})
    void speaks_utf8_in_any_locale(String locale) {
        ProcessRun here = locale.isEmpty() ? commandLine : commandLine.with("LC_ALL", locale);

        Outcome written = here.with("CLEAN_STALE_TYPES_SCHEMA", "größe").run("check", "--type", "\"größe 😀\"");
        assertThat(written.out()).contains("⚠️  UNUSED_TYPE \"größe\".\"größe 😀\" (enum, ");
        assertThat(written.exitCode()).isEqualTo(1);
    }

    @Test
    void speaks_json_in_utf8_without_a_locale_and_tells_its_version() throws IOException {
        Outcome written = commandLine.with("STALE_TYPES", "\"größe 😀\"").run("check", "--format", "json");
        assertThat(written.json().finding()).containsEntry("name", "größe 😀");
        assertThat(written.json().text("version")).isEqualTo(version());
    }

    @Test
    void tells_that_a_file_cannot_be_named_without_a_locale() {
        Outcome outcome = commandLine.with("LC_ALL", "C").run("--type", "title", "--undo-file", "ö.sql");

        assertThat(outcome.err())
                .startsWith("clean-stale-types: --undo-file: 'ö.sql' cannot be written: ")
                .contains("set LC_ALL=C.UTF-8");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(database.queryText("SELECT 'title'::regtype")).isEqualTo("title");
    }

    @Test
    void has_a_home_of_any_name_without_a_locale() {
        Outcome outcome = commandLine.with("LC_ALL", "C").with("HOME", "/größe").run("check", "--type", "nothing");

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
    }

    @Test
    void runs_on_a_newer_java() {
        assumeTrue(Files.isDirectory(NEWER_JAVA), "no " + NEWER_JAVA);
        ProcessRun newer = commandLine.withJava(NEWER_JAVA);

        Outcome outcome = newer.run("check", "--type", "\"größe 😀\"");
        assertThat(outcome.out()).contains("UNUSED_TYPE public.\"größe 😀\"").doesNotContain(ESCAPE);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @Test
    void reads_names_variables_and_words_as_english_does_in_a_turkish_locale() {
        Outcome outcome = commandLine
                .withJavaOptions("-Duser.language=tr", "-Duser.country=TR")
                .with("CLEAN_STALE_TYPES_FORMAT", "JSON")
                .with("CLEAN_STALE_TYPES_LOCK_WAIT", "1MIN")
                .with("CLEAN_STALE_TYPES_TYPES_FILE", "/dev/null")
                .run("check", "--type", "TITLE");

        assertThat(outcome.json().finding())
                .containsEntry("name", "title")
                .containsEntry("code", "UNUSED_TYPE")
                .containsEntry("outcome", "reported");
    }

    @Test
    void tells_the_version_of_its_jar() throws IOException {
        assertThat(commandLine.run("--version").out()).isEqualTo("clean-stale-types " + version() + "\n");
    }

    private static String version() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("cli.jar"))) {
            return jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        }
    }

    @Test
    void prints_no_colour_into_a_file() {
        Outcome healthy = commandLine.with("TERM", "xterm-256color").run("--type", "nothing");

        assertThat(healthy.everything()).contains("✅").doesNotContain(ESCAPE);
        assertThat(healthy.err()).isEmpty();
    }

    @Test
    void prints_colours_on_a_terminal_unless_told_not_to() {
        assumeScript();
        ProcessRun terminal = commandLine.with("TERM", "xterm-256color");

        assertThat(terminal.runOnTerminal("", "--type", "nothing").out()).contains(GREEN);
        Outcome plain = terminal.with("NO_COLOR", "1").runOnTerminal("", "--type", "nothing");
        assertThat(plain.out()).contains("✅").doesNotContain(ESCAPE);
        assertThat(plain.exitCode()).isZero();

        assertThat(onTerminal(Map.of())).as("in this process").contains(GREEN);
        assertThat(onTerminal(Map.of("NO_COLOR", ""))).contains(GREEN);
        assertThat(onTerminal(Map.of("NO_COLOR", "1"))).contains("✅").doesNotContain(ESCAPE);
        assertThat(onTerminal(Map.of("CLEAN_STALE_TYPES_NO_COLOR", "true")))
                .contains("✅")
                .doesNotContain(ESCAPE);
        assertThat(onTerminal(Map.of("TERM", "dumb"))).contains("✅").doesNotContain(ESCAPE);
        assertThat(onTerminal(Map.of(), "--no-color")).contains("✅").doesNotContain(ESCAPE);
    }

    /** What it prints, in this process, where it is told that somebody looks on. */
    private static String onTerminal(Map<String, String> variables, String... options) {
        Map<String, String> all = new HashMap<>(Map.of("TERM", "xterm-256color", "HOME", "/nonexistent"));
        all.put("DATABASE_URL", CommandRun.url(database, "postgres"));
        all.putAll(variables);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int status = new Cli(new Console(stream, stream, true, true), all::get)
                .run(Stream.concat(Stream.of("--type", "nothing"), Arrays.stream(options))
                        .toArray(String[]::new));
        assertThat(status).isZero();
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** At the same time, since each waits long enough for a slow machine to have begun to wait. */
    @Test
    void turns_a_spinner_only_where_stderr_is_a_terminal_that_takes_it_back() throws Exception {
        assumeScript();
        String[] arguments = {"check", "--database-url", NOWHERE, "--wait", "5s"};
        ProcessRun terminal = commandLine.with("TERM", "xterm-256color");
        var file = supplyAsync(() -> terminal.in("file").run(arguments));
        var spinning = supplyAsync(() -> terminal.in("spinning").runOnTerminal("", arguments));
        var halfFile = supplyAsync(() -> terminal.in("half").runOnTerminal("2>errors", arguments));
        var dumb = supplyAsync(() -> terminal.with("TERM", "dumb").in("dumb").runOnTerminal("", arguments));

        assertThat(file.get().everything()).doesNotContain(ESCAPE, "\r");
        assertThat(file.get().errorLines()).hasSize(2).first().isEqualTo("Waiting up to 5 s for the database...");
        assertThat(spinning.get().out())
                .contains("\r\u001b[2K⠋ Waiting up to 5 s for the database...", "\r\u001b[2K⠙ Waiting")
                .contains("\r\u001b[2K\u001b[31mclean-stale-types: Could not connect");
        assertThat(halfFile.get().out()).contains(ESCAPE).doesNotContain("Waiting");
        assertThat(Files.readString(directory.resolve("half/errors")))
                .startsWith("Waiting up to 5 s for the database...\nclean-stale-types: Could not connect")
                .doesNotContain(ESCAPE, "\r");
        assertThat(dumb.get().out()).contains("Waiting up to 5 s").doesNotContain(ESCAPE);
        for (var run : List.of(file, spinning, halfFile, dumb)) {
            assertThat(run.get().exitCode()).isEqualTo(3);
        }
    }

    @Test
    void fits_its_help_on_a_terminal_of_80_columns() {
        assumeScript();

        Outcome help = commandLine.with("TERM", "xterm-256color").runOnTerminal("", "--help");

        assertThat(help.out()).contains("Exit status:", ESCAPE);
        assertThat(help.out().lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    @Test
    void does_not_call_results_a_success_that_a_full_disk_swallowed() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");

        for (String format : new String[] {"text", "json"}) {
            Outcome outcome =
                    commandLine.runInShell("", ">/dev/full", "check", "--type", "nothing", "--format", format);
            assertThat(outcome.err())
                    .startsWith("clean-stale-types: the results could not be written: ")
                    .hasLineCount(1);
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
    }

    /** A limit on the size of files is what a disk that fills up is: it takes a part of what is written, and then no more. */
    @Test
    void removes_nothing_of_a_batch_whose_undos_the_file_could_not_take_whole() throws IOException {
        try (TestDatabase own = PostgresServer.of("18.6").createDatabase()) {
            own.execute("CREATE TYPE a AS ENUM ('1')", "CREATE TYPE b AS ENUM ('1')", "CREATE TYPE c AS ENUM ('1')");
            Path undo = Files.writeString(directory.resolve("undo.sql"), "-".repeat(64 * 1024 - 1600) + "\n");

            Outcome outcome = commandLine
                    .with("DATABASE_URL", CommandRun.url(own, "postgres"))
                    .runInShell(
                            "ulimit -f 64;", "", "--type", "a,b,c", "--format", "json", "--undo-file", undo.toString());

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.json().findings()).isEmpty();
            assertThat(outcome.json().error()).startsWith("--undo-file: '" + undo + "' cannot be written: ");
            // the part that still fitted is taken back: what is appended later must not end up within it
            assertThat(undo).hasSize(64 * 1024 - 1600 + 1);
            assertThat(own.queryTexts("SELECT typname FROM pg_type WHERE typname IN ('a', 'b', 'c') ORDER BY 1"))
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void is_not_harmed_by_a_reader_that_has_read_enough() {
        Outcome outcome = commandLine.runInShell("", "| true", "check", "--type", "title");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    private static void assumeScript() {
        assumeTrue(
                Arrays.stream(String.valueOf(System.getenv("PATH")).split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "script"))),
                "no script(1) of util-linux, which makes a terminal");
    }
}
