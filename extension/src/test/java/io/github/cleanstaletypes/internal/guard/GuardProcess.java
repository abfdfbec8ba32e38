package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A guard as a process: the jar of the command line, on its own files and variables. Killed when closed, with what descends from it. */
final class GuardProcess implements AutoCloseable {

    /**
     * Words before those of a process, by which it heeds the signals that who started this build ignores, as nohup and a build in the
     * background do: what it starts ignores them too, and no shell can trap such a signal (POSIX, trap).
     */
    private static final List<String> HEEDING_SIGNALS = heedingSignals();

    private final Process process;
    private final Path out;
    private final Path err;

    private GuardProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What starts guards: variables and a directory. Immutable. */
    record Starter(Path directory, Map<String, String> variables) {

        /** For this database, with libpq's variables too, for a command that is psql. */
        static Starter in(Path directory, TestDatabase database) {
            Map<String, String> variables = new TreeMap<>(Map.of(
                    "PATH",
                    String.valueOf(System.getenv("PATH")),
                    "HOME",
                    "/nonexistent",
                    "PGHOST",
                    "localhost",
                    "PGPORT",
                    Integer.toString(database.server().port()),
                    "PGUSER",
                    "postgres",
                    "PGDATABASE",
                    database.name()));
            return new Starter(directory, variables);
        }

        Starter with(String variable, String value) {
            Map<String, String> more = new TreeMap<>(variables);
            more.put(variable, value);
            return new Starter(directory, more);
        }

        /** Starts {@code guard} with these arguments. */
        GuardProcess guard(String... arguments) {
            return start("guard", arguments);
        }

        /** Starts any command of the command line. */
        GuardProcess start(String command, String... arguments) {
            List<String> words = commandLine(command);
            words.addAll(List.of(arguments));
            return startWords(words);
        }

        private GuardProcess startWords(List<String> words) {
            try {
                Path out = Files.createTempFile(directory, "guard", ".out");
                Path err = Files.createTempFile(directory, "guard", ".err");
                List<String> all = new ArrayList<>(HEEDING_SIGNALS);
                all.addAll(words);
                ProcessBuilder builder = new ProcessBuilder(all)
                        .directory(directory.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().clear();
                builder.environment().putAll(variables);
                return new GuardProcess(builder.start(), out, err);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Runs {@code guard} to its end. */
        Ended run(String... arguments) {
            try (GuardProcess guard = guard(arguments)) {
                return guard.ended();
            }
        }

        /** Runs a shell's script under a guard to its end. */
        Ended sh(String script) {
            return run("--", "sh", "-c", script);
        }

        /** Runs a script that finds the words of the command line in {@code $CLI}, to its end. */
        Ended shell(String script) {
            try (GuardProcess shell =
                    with("CLI", String.join(" ", commandLine())).startWords(List.of("sh", "-c", script))) {
                return shell.ended();
            }
        }
    }

    /** How one ended. */
    record Ended(int status, String out, String err) {}

    /** The words that start the command line, tuned for a short life. */
    static List<String> commandLine(String... command) {
        List<String> words = ShortLivedJava.jar(Path.of(System.getProperty("cli.jar")));
        words.addAll(List.of(command));
        return words;
    }

    private static List<String> heedingSignals() {
        List<String> words = List.of("env", "--default-signal=HUP,INT,QUIT");
        try {
            Process process = new ProcessBuilder(List.of(words.get(0), words.get(1), "true"))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            // GNU's env of coreutils 8.31 or newer; others are for people who test in a foreground
            return process.waitFor() == 0 ? words : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    /** Waits until it has said this on stderr. */
    GuardProcess saying(String words) {
        return until(() -> err().contains(words), "says: " + words);
    }

    /** Waits until its command has printed this. */
    GuardProcess printing(String words) {
        return until(() -> out().contains(words), "prints: " + words);
    }

    private GuardProcess until(Callable<Boolean> condition, String what) {
        Wait.until(what, () -> {
            boolean ended = !process.isAlive();
            boolean done = condition.call();
            assertThat(done || !ended).as(() -> "it ended: " + out() + err()).isTrue();
            return done;
        });
        return this;
    }

    void signal(String name) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -s " + name + " " + pid()).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL of the guard alone. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Waits for its end, but not longer than this. */
    void endsWithin(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** The processes of its command; not the shell that looks after them. */
    List<ProcessHandle> descendants() {
        return process.descendants()
                .filter(one -> one.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .noneMatch(argument -> argument.startsWith("read -r group")))
                .toList();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    Ended ended() {
        try {
            assertThat(process.waitFor(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> "it ended; it said: " + out() + err())
                    .isTrue();
            return new Ended(process.exitValue(), out(), err());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        ended();
    }
}
