package io.github.cleanstaletypes.internal.cli.terminal;

import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where this process prints.
 *
 * @param out takes results
 * @param err takes progress, warnings and errors
 * @param terminal whether a person looks on at {@code out}
 * @param errTerminal whether a person looks on at {@code err}, on a terminal that can take a line back
 * @param width how many columns the terminal has; 0 if that is not known, or there is none
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean errTerminal, int width) {

    /** One whose lines are left as long as they are. */
    public Console(PrintStream out, PrintStream err, boolean terminal, boolean errTerminal) {
        this(out, err, terminal, errTerminal, 0);
    }

    /** The line, on a terminal as several that fit, unless it is of statements that are lines already. */
    public String fitted(String line) {
        return terminal && width > 0 && line.indexOf('\n') < 0 ? String.join("\n", LineBreaks.of(line, width)) : line;
    }

    /** The same, but what is secret stays hidden. */
    public Console hiding(Secrets secrets) {
        return new Console(hiding(out, secrets), hiding(err, secrets), terminal, errTerminal, width);
    }

    private static PrintStream hiding(PrintStream stream, Secrets secrets) {
        return new PrintStream(new MaskingStream(stream, secrets), false, StandardCharsets.UTF_8);
    }

    /** From JDK 22 there is a Console without a terminal too, which says so by a method that JDK 17 lacks. */
    @SuppressWarnings("SystemConsoleNull")
    public static boolean onTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Java asks about stdin and stdout only; Linux tells where stderr leads. */
    public static boolean errorsOnTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return onTerminal()
                    && (target.startsWith("/dev/pts/")
                            || target.startsWith("/dev/tty")
                            || target.equals("/dev/console"));
        } catch (IOException | UnsupportedOperationException e) {
            return onTerminal();
        }
    }
}
