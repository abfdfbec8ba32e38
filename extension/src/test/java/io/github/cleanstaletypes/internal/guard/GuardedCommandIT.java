package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command gets from the guard, and what the guard's caller gets from the command. */
class GuardedCommandIT {

    private static TestDatabase database;

    @TempDir
    private Path directory;

    private Starter starter;
    private GuardHere.Starter here;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void setUp() {
        starter = Starter.in(directory, database);
        here = GuardHere.Starter.in(directory, database);
    }

    @Test
    void it_has_the_guards_stdin_stdout_directory_and_environment() {
        Ended ended = starter.with("GREETING", "grüße")
                .shell("printf 'from stdin' | $CLI guard -- sh -c 'cat; echo; pwd; echo $GREETING'");

        assertThat(ended.out()).isEqualTo("from stdin\n" + directory + "\ngrüße\n");
        assertThat(ended.status()).isZero();
        assertThat(ended.err().lines().filter(line -> line.startsWith("guard: ")))
                .as("the steps")
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(line -> line.startsWith("guard: starting ") || line.matches(".*\\(\\d+\\.\\d{3} s\\)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void its_arguments_and_environment_arrive_in_any_locale(String locale) {
        Ended ended = starter.with("LC_ALL", locale)
                .with("GREETING", "grüße")
                .run(
                        "--",
                        "sh",
                        "-c",
                        "printf '%s|' \"$GREETING\" \"$@\"",
                        "sh",
                        "größe 😀",
                        "a'b\"$c%d\\\n",
                        "end\n\n",
                        "");
        assertThat(ended.out()).isEqualTo("grüße|größe 😀|a'b\"$c%d\\\n|end\n\n||");
    }

    @ParameterizedTest
    @CsvSource({"exit 0, 0", "exit 3, 3", "exit 255, 255", "kill -9 $$, 137", "kill -TERM $$, 143", "kill -ALRM $$, 142"
    })
    void its_exit_status_is_the_guards(String script, int status) {
        assertThat(here.sh(script).status()).isEqualTo(status);
    }

    @Test
    void a_command_that_cannot_be_found_or_executed_is_told_before_anything_is_waited_for() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "no program");
        Starter nowhere = starter.with("PGPORT", "1");

        Ended notFound = nowhere.run("--", "no-such-program");
        assertThat(notFound.status()).isEqualTo(127);
        assertThat(notFound.err()).endsWith("clean-stale-types: guard: 'no-such-program': command not found\n");
        Outcome notExecutable = commandLine("--", text.toString());
        assertThat(notExecutable.exitCode()).isEqualTo(126);
        assertThat(notExecutable.err()).contains("'" + text + "' cannot be executed");
    }

    @Test
    void its_own_failures_are_125() {
        assertThat(starter.run().status()).as("no command").isEqualTo(125);
        for (String[] wrong : new String[][] {
            {"--no-such-option", "--", "true"},
            {"--heartbeat", "soon", "--", "true"},
            {"--on-lock-lost", "panic", "--", "true"},
            {"--types-file", "none", "--", "true"}
        }) {
            Outcome outcome = commandLine(wrong);
            assertThat(outcome.exitCode()).as(wrong[0]).isEqualTo(125);
            assertThat(outcome.err()).contains(wrong[0]);
        }
    }

    /** In this process, and at a port where nobody answers. */
    private static Outcome commandLine(String... arguments) {
        return CommandRun.withoutDatabase()
                .with("PGHOST", "localhost")
                .with("PGPORT", "1")
                .with("PGUSER", "postgres")
                .with("PGDATABASE", "postgres")
                .with("PATH", System.getenv("PATH"))
                .run(Stream.concat(Stream.of("guard"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    @Test
    void options_behind_the_program_are_the_programs() {
        assertThat(starter.run("echo", "--wait", "-q", "--", "--type").out()).isEqualTo("--wait -q -- --type\n");
    }

    /** Each byte there is, and more than any buffer holds. */
    @Test
    void its_stderr_passes_through_byte_for_byte() throws Exception {
        byte[] bytes = new byte[300_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        Path expected = Files.write(directory.resolve("bytes"), bytes);

        Ended ended =
                starter.shell("$CLI guard -q -- cat bytes 2>/dev/null; $CLI guard -q -- sh -c 'cat bytes >&2' 2>seen");

        assertThat(ended.status()).isZero();
        assertThat(Files.readAllBytes(directory.resolve("seen"))).isEqualTo(Files.readAllBytes(expected));
    }

    @Test
    void its_stderr_is_passed_on_at_once() throws Exception {
        Path gate = directory.resolve("gate");
        try (GuardProcess guard = starter.guard(
                "--", "sh", "-c", "printf prompt: >&2; until [ -e gate ]; do sleep 0.05; done; echo over >&2")) {
            guard.saying("prompt:");
            assertThat(guard.err()).doesNotContain("over");
            Files.createFile(gate);
            assertThat(guard.ended().err()).contains("prompt:over\n");
        }
    }

    /** The last words of a process that ends at once are the ones that tell why. */
    @Test
    void nothing_of_its_stderr_is_lost_at_its_end() {
        for (int i = 0; i < LongForm.rounds(1, 100); i++) {
            Ended ended = starter.run("-q", "--", "sh", "-c", "echo last words >&2; kill -9 $$");
            assertThat(ended.err()).startsWith("last words\n");
        }
    }

    @Test
    void without_capture_it_has_the_guards_own_stderr() {
        assertThat(starter.run("--no-capture", "--", "sh", "-c", "readlink /proc/self/fd/2")
                        .out())
                .contains("guard")
                .endsWith(".err\n");
        assertThat(here.sh("readlink /proc/self/fd/2").out()).contains("/stderr");
    }

    /** A shell heeds a signal once its child has ended, and a child that is in the background no INT. */
    @Test
    void each_signal_reaches_each_of_its_processes() throws IOException {
        List<String> signals = List.of("USR1", "USR2", "HUP", "INT", "TERM");
        String traps = signals.stream()
                .map(signal -> "trap \"echo $1 %s\" %s".formatted(signal, signal))
                .collect(Collectors.joining("; "));
        String child = traps + "; trap \"echo child TERM; exit 0\" TERM; echo ready; while :; do sleep 0.05; done";
        Files.writeString(directory.resolve("child"), child);
        Files.writeString(directory.resolve("parent"), traps + "; sh child child; exit 7");
        try (GuardProcess guard = starter.guard("--", "sh", "parent", "parent")) {
            guard.printing("ready");
            for (String signal : signals) {
                guard.signal(signal);
                guard.printing("child " + signal + "\n");
            }
            Ended ended = guard.ended();
            assertThat(ended.status()).isEqualTo(7);
            for (String signal : signals) {
                assertThat(ended.out()).containsOnlyOnce("parent " + signal + "\n");
            }
        }
    }

    @Test
    void a_signal_before_it_starts_ends_the_guard() throws Exception {
        try (var other = database.connect();
                var statement = other.createStatement();
                GuardProcess guard = starter.guard("--", "echo", "started")) {
            statement.execute(
                    "SELECT pg_advisory_lock(" + io.github.cleanstaletypes.internal.lock.AdvisoryLock.KEY + ")");
            guard.saying("waiting up to 300 s for the lock, held by session ").signal("TERM");
            Ended ended = guard.ended();
            assertThat(ended.status()).isEqualTo(143);
            assertThat(ended.out()).isEmpty();
        }
    }
}
