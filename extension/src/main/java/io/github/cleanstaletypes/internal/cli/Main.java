package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.GivenText;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.TerminalWidth;
import io.github.cleanstaletypes.internal.cli.terminal.WatchedStream;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the command line. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        // The driver makes a calendar, for which Java would read the customs of all regions. Nothing here is written by
        // them.
        System.setProperty("java.locale.providers", "SPI");
        WatchedStream results = new WatchedStream(new FileOutputStream(FileDescriptor.out));
        // containers have no locale, and the platform's encoding is ASCII then
        PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Environment environment = GivenText.environment();
        boolean obeys = !"dumb".equals(environment.get("TERM"));
        boolean terminal = Console.onTerminal();
        int width = terminal ? TerminalWidth.of(environment) : 0;
        Console console = new Console(out, err, terminal, obeys && Console.errorsOnTerminal(), width);
        int code = new Cli(console, environment).run(GivenText.arguments(arguments));
        out.flush();
        String loss = results.loss();
        if (loss != null) {
            err.println("clean-stale-types: the results could not be written: " + loss);
            code = Math.max(code, ExitCode.COULD_NOT_FINISH.code());
        }
        err.flush();
        System.exit(code);
    }
}
