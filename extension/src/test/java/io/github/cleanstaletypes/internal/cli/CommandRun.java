package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines in this process, with streams and variables of their own. Immutable. */
public final class CommandRun {

    /** What a run printed and what it exited with. */
    public record Outcome(int exitCode, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }

        public List<String> errorLines() {
            return err.lines().toList();
        }

        /** The one JSON object on stdout, which keeps to the contract. */
        public JsonContract json() {
            return JsonContract.of(out, exitCode);
        }

        /** All that can be seen. */
        public String everything() {
            return out + err;
        }
    }

    private static final Path NOWHERE = Path.of("/nonexistent");

    private final Map<String, String> variables;

    private CommandRun(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** With no settings at all, and no home that could hold some. */
    public static CommandRun withoutDatabase() {
        return new CommandRun(Map.of("HOME", NOWHERE.toString()));
    }

    /** With {@code DATABASE_URL} of the superuser. */
    public static CommandRun on(TestDatabase database) {
        return withoutDatabase().with("DATABASE_URL", url(database, "postgres"));
    }

    public static String url(TestDatabase database, String userInfo) {
        return "postgresql://" + userInfo + "@localhost:" + database.server().port() + "/" + database.name();
    }

    public CommandRun with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new CommandRun(more);
    }

    public Outcome run(String... arguments) {
        return start(new Streams(), arguments);
    }

    /** Like {@link #run}; what is printed can be looked at meanwhile. */
    public Outcome start(Streams streams, String... arguments) {
        int exitCode = new Cli(streams.console(), variables::get).run(arguments);
        return new Outcome(exitCode, streams.out(), streams.err());
    }

    /** Takes what is printed. Can be shared between threads. */
    public static final class Streams {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        Console console() {
            return new Console(print(out), print(err), false, false);
        }

        public String out() {
            return out.toString(StandardCharsets.UTF_8);
        }

        public String err() {
            return err.toString(StandardCharsets.UTF_8);
        }

        private static PrintStream print(ByteArrayOutputStream to) {
            return new PrintStream(to, true, StandardCharsets.UTF_8);
        }
    }
}
