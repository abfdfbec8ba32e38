package io.github.cleanstaletypes.internal.cli.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where this process prints.
 *
 * @param out takes results
 * @param err takes progress, warnings and errors
 * @param terminal whether a person looks on at {@code out}
 * @param errTerminal whether a person looks on at {@code err}, on a terminal that can take a line back
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean errTerminal) {

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
