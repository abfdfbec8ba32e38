package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.system.Utf8Output;
import java.io.PrintStream;
import java.util.Optional;

/** A migrator's process prints {@code key=value} lines on standard output for the program that started it, and words on standard error. */
public final class MigratorOutput {

    private static final String EXECUTED = "executed=";
    private static final String SQL_STATE = "sqlstate=";
    private static final String CONSTRAINT = "constraint=";

    private MigratorOutput() {}

    static void executed(int migrations) {
        Utf8Output.out().println(EXECUTED + migrations);
    }

    static void failed(Exception failure, String words) {
        PrintStream out = Utf8Output.out();
        ServerError.in(failure).ifPresent(error -> {
            out.println(SQL_STATE + error.sqlState());
            if (error.constraint() != null) {
                out.println(CONSTRAINT + error.constraint());
            }
        });
        Utf8Output.err().println(words);
    }

    /** Returns how many migrations the last of these runs executed. */
    static int executed(String out) {
        return Integer.parseInt(last(out, EXECUTED).orElseThrow(() -> new IllegalStateException("No facts: " + out)));
    }

    /** Tells whether one of these runs has come to a good end. */
    public static boolean succeeded(String out) {
        return last(out, EXECUTED).isPresent();
    }

    /** Returns the server's error that the last of these runs ended with; empty if it ended well, or for another reason. */
    public static Optional<ServerError> error(String out) {
        String last = out.substring(Math.max(0, out.lastIndexOf(SQL_STATE)));
        return last.contains(EXECUTED)
                ? Optional.empty()
                : last(last, SQL_STATE)
                        .map(state ->
                                new ServerError(state, last(last, CONSTRAINT).orElse(null)));
    }

    private static Optional<String> last(String out, String key) {
        return out.lines()
                .filter(line -> line.startsWith(key))
                .reduce((one, next) -> next)
                .map(line -> line.substring(key.length()));
    }
}
