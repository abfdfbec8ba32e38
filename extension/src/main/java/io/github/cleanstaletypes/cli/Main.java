package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.connect.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        // containers have no locale, and the platform's encoding is ASCII then
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new Cli(new Console(out, err, Console.onTerminal()), Environment.system()).run(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }
}
