package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.connect.Environment;
import io.github.cleanstaletypes.report.Harmless;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the arguments and runs the command. One object runs one command. */
final class Cli {

    private final Console console;
    private final Environment environment;

    Cli(Console console, Environment environment) {
        this.console = console;
        this.environment = environment;
    }

    int run(String... arguments) {
        boolean colours = Paint.on(console, environment, false).colours();
        CommandLine commandLine = new CommandLine(new RootCommand(this));
        commandLine
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(console.terminal())
                .setUsageHelpLongOptionsMaxWidth(24)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler((e, line, result) -> bug(e));
        return commandLine.execute(arguments);
    }

    /** What one command needs to run; a wrong option among those that say how to print is told as text. */
    int execute(String command, Options options, Execution.Work work) {
        return perform(command, options, execution -> execution.run(work));
    }

    private int perform(String command, Options options, ToIntFunction<Execution> way) {
        Output output;
        try {
            output = output(command, options);
        } catch (UsageException e) {
            console.err().println("clean-stale-types: " + e.getMessage());
            return ExitCode.USAGE.code();
        }
        try (output) {
            return way.applyAsInt(new Execution(environment, output, command, options));
        }
    }

    private Output output(String command, Options options) {
        OptionValues values = new OptionValues(environment);
        boolean quiet = values.flag("--quiet", options.quiet);
        if (json(values, options)) {
            return new JsonOutput(console, quiet);
        }
        boolean noColor = values.flag("--no-color", options.noColor);
        boolean verbose = values.flag("--verbose", options.verbose);
        return new TextOutput(console, command, quiet, verbose, Paint.on(console, environment, noColor));
    }

    private static boolean json(OptionValues values, Options options) {
        OptionValues.Value format = values.text("--format", options.format);
        if (format == null) {
            return false;
        }
        return switch (format.text().toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "text" -> false;
            default -> throw format.problem("is not a format; there are text and json");
        };
    }

    /** The arguments could not be read, so whether JSON is wanted is only to be guessed. */
    private int wrongUsage(ParameterException e, String[] arguments) {
        String message = Harmless.line(String.valueOf(e.getMessage()));
        CommandLine commandLine = e.getCommandLine();
        Options options = new Options();
        options.format = String.join("=", arguments).contains("--format=json") ? "json" : null;
        boolean root = commandLine.getParent() == null;
        return perform(
                root ? "clean" : commandLine.getCommandName(),
                options,
                execution -> execution.refuse(message + hint(e)));
    }

    private static String hint(ParameterException e) {
        String help = " (see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)";
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?" + help;
        }
        return help;
    }

    /** Without the message: it may hold anything, and nobody has looked whether a password is in it. */
    private int bug(Exception e) {
        console.err()
                .println("clean-stale-types: this is a bug of this program, please report it: "
                        + e.getClass().getName());
        Arrays.stream(e.getStackTrace()).forEach(frame -> console.err().println("    at " + frame));
        return ExitCode.BUG.code();
    }
}
