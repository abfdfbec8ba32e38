package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @CsvSource({"exit 0, 0", "exit 3, 3", "exit 255, 255", "kill -9 $$, 137", "kill -TERM $$, 143", "kill -INT $$, 130"
    })
    void its_exit_status_is_the_guards(String script, int status) {
        assertThat(starter.sh(script).status()).isEqualTo(status);
    }

    @Test
    void a_command_that_cannot_be_found_or_executed_is_told_before_anything_is_waited_for() throws Exception {
        Path text = Files.writeString(directory.resolve("text"), "no program");
        Starter nowhere = starter.with("PGPORT", "1");

        Ended notFound = nowhere.run("--", "no-such-program");
        assertThat(notFound.status()).isEqualTo(127);
        assertThat(notFound.err()).endsWith("clean-stale-types: guard: 'no-such-program': command not found\n");
        Ended notExecutable = nowhere.run("--", text.toString());
        assertThat(notExecutable.status()).isEqualTo(126);
        assertThat(notExecutable.err()).contains("'" + text + "' cannot be executed");
    }

    @Test
    void its_own_failures_are_125() {
        assertThat(starter.run().status()).as("no command").isEqualTo(125);
        assertThat(starter.run("--no-such-option", "--", "true").status()).isEqualTo(125);
        assertThat(starter.run("--heartbeat", "soon", "--", "true").status()).isEqualTo(125);
        assertThat(starter.run("--on-lock-lost", "panic", "--", "true").status())
                .isEqualTo(125);
        assertThat(starter.run("--types-file", "none", "--", "true").status()).isEqualTo(125);
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
        for (int i = 0; i < LongForm.rounds(3, 100); i++) {
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
        assertThat(starter.sh("readlink /proc/self/fd/2").out()).doesNotContain(".err");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP", "USR1", "USR2"})
    void a_signal_reaches_each_of_its_processes(String signal) {
        String child = "trap \"echo child; exit 0\" %1$s; echo ready; while :; do sleep 0.05; done".formatted(signal);
        String script = "trap 'echo parent' %s; sh -c '%s'; exit 7".formatted(signal, child);
        try (GuardProcess guard = starter.guard("--", "sh", "-c", script)) {
            guard.printing("ready").signal(signal);
            Ended ended = guard.ended();
            assertThat(ended.out()).contains("child\n", "parent\n");
            assertThat(ended.status()).isEqualTo(7);
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
