package io.github.cleanstaletypes.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;

/**
 * Where this process prints.
 *
 * @param out takes results
 * @param err takes progress, warnings and errors
 * @param terminal whether a person looks on
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

    /** From JDK 22 there is a Console without a terminal too, which says so by a method that JDK 17 lacks. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean onTerminal() {
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
}
