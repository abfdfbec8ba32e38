package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.CommandRun.Streams;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A guard that is no process of its own: for what needs the command line, and not a JVM, which takes half a second to start. Its command is
 * one, on its own file and variables. That is killed when this is closed.
 */
final class GuardHere implements AutoCloseable {

    /** What has a command begin where, and write to what, a process of a guard would have it. */
    private static final String BEGIN =
            "echo $$ >>\"$1.pids\"; cd \"$0\" && exec >>\"$1\" </dev/null && shift && exec env \"$@\"";

    private final Streams streams = new Streams();
    private final Path out;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    private GuardHere(CommandRun commandLine, List<String> arguments, Path out) {
        this.out = out;
        Thread thread = new Thread(() -> run(commandLine, arguments), "guard under test");
        thread.start();
    }

    private void run(CommandRun commandLine, List<String> arguments) {
        try {
            outcome.complete(commandLine.start(streams, arguments.toArray(String[]::new)));
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    /** What starts guards: variables and a directory. Immutable. */
    record Starter(Path directory, Map<String, String> variables) {

        /** For this database, with libpq's variables too, for a command that is psql. */
        static Starter in(Path directory, TestDatabase database) {
            return new Starter(
                    directory, GuardProcess.Starter.in(directory, database).variables());
        }

        Starter with(String variable, String value) {
            Map<String, String> more = new TreeMap<>(variables);
            more.put(variable, value);
            return new Starter(directory, more);
        }

        /** Starts {@code guard} with these arguments, among them two dashes before the command. */
        GuardHere guard(String... arguments) {
            try {
                Path out = Files.createTempFile(directory, "guard", ".out");
                CommandRun commandLine = CommandRun.withoutDatabase();
                for (Map.Entry<String, String> variable : variables.entrySet()) {
                    commandLine = commandLine.with(variable.getKey(), variable.getValue());
                }
                List<String> all = new ArrayList<>(List.of("guard"));
                List<String> given = Arrays.asList(arguments);
                int dashes = given.indexOf("--") + 1;
                assertThat(dashes).isPositive();
                all.addAll(given.subList(0, dashes));
                all.addAll(List.of("sh", "-c", BEGIN, directory.toString(), out.toString()));
                variables.forEach((name, value) -> {
                    // guard adds to the others
                    if (!name.equals("PGAPPNAME") && !name.equals("PGOPTIONS")) {
                        all.add(name + "=" + value);
                    }
                });
                all.addAll(given.subList(dashes, given.size()));
                return new GuardHere(commandLine, all, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Runs it to its end. */
        Ended run(String... arguments) {
            try (GuardHere guard = guard(arguments)) {
                return guard.ended();
            }
        }

        /** Runs a shell's script to its end. */
        Ended sh(String script) {
            return run("--", "sh", "-c", script);
        }
    }

    /** What its command has printed. */
    String out() {
        return read(out);
    }

    String err() {
        return streams.err();
    }

    /** Waits until it, or its command, has said this on stderr. */
    GuardHere saying(String words) {
        return until(() -> err().contains(words), "says: " + words);
    }

    /** Waits until its command has printed this. */
    GuardHere printing(String words) {
        return until(() -> out().contains(words), "prints: " + words);
    }

    private GuardHere until(Callable<Boolean> condition, String what) {
        Wait.until(what, () -> {
            boolean over = outcome.isDone();
            boolean done = condition.call();
            assertThat(done || !over).as(() -> "it ended: " + out() + err()).isTrue();
            return done;
        });
        return this;
    }

    boolean isRunning() {
        return !outcome.isDone();
    }

    Ended ended() {
        try {
            int status = Wait.forResult("the guard's end", outcome).exitCode();
            return new Ended(status, out(), err());
        } catch (Exception e) {
            throw new AssertionError(out() + err(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (isRunning()) {
            Path pids = out.resolveSibling(out.getFileName() + ".pids");
            read(pids)
                    .lines()
                    .map(Long::valueOf)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(command -> {
                        List<ProcessHandle> family = command.descendants().toList();
                        command.destroyForcibly();
                        family.forEach(ProcessHandle::destroyForcibly);
                    });
            ended();
        }
    }
}
