package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.Options;
import io.github.cleanstaletypes.internal.cli.option.Printing;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Paint;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the arguments and runs the command. One object runs one command. */
final class Cli {

    /** The examples fit into it; on a narrower terminal they are not broken, so that they can be copied. */
    private static final int HELP_WIDTH = 80;

    private final Console console;
    private final Environment environment;
    private final InputStream input;
    private final Secrets secrets = new Secrets();
    private final OutputStream commandErrors;
    private Set<String> passedOver = Set.of();

    Cli(Console console, Environment environment) {
        this(console, environment, System.in);
    }

    /** What {@code guard}'s command writes goes past it untouched: that is the command's own. */
    Cli(Console console, Environment environment, InputStream input) {
        this.commandErrors = console.err();
        this.console = console.hiding(secrets);
        Environment watched = secrets.watching(environment);
        this.environment = name -> passedOver.contains(name) ? null : watched.get(name);
        this.input = input;
    }

    int run(String... arguments) {
        Stream.of(arguments).forEach(secrets::learnFrom);
        boolean colours = Paint.on(console, environment, false).out();
        CommandLine commandLine = new CommandLine(new RootCommand(this));
        commandLine
                .setExpandAtFiles(false)
                .setUsageHelpLongOptionsMaxWidth(24)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(HELP_WIDTH, console.width()))
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionStrategy(this::runLast)
                .setExecutionExceptionHandler((e, line, result) -> bug(e));
        // what follows the first word that is no option is another program's
        for (String before : List.of("guard", "reset")) {
            Objects.requireNonNull(commandLine.getSubcommands().get(before)).setStopAtPositional(true);
        }
        HeededOptions.leaveIn(commandLine);
        try {
            secrets.learnFrom(environment);
            return commandLine.execute(arguments);
        } catch (RuntimeException | Error e) {
            return bug(e);
        } finally {
            // a line without an end is held back
            console.out().flush();
            console.err().flush();
        }
    }

    private int runLast(ParseResult parsed) {
        HeededOptions.check(parsed);
        passedOver = HeededOptions.variablesOfOthers(parsed);
        return new CommandLine.RunLast().execute(parsed);
    }

    /** What one command needs to run; a wrong option among those that say how to print is told as text. */
    int execute(String command, Options options, Execution.Work work) {
        return perform(command, options, execution -> execution.run(work));
    }

    /** The same for {@code guard}, which leaves stdout to its command. */
    int guard(Options options, GuardCommand command) {
        return new GuardExecution(console, commandErrors, environment, secrets, options, command).run();
    }

    /** Makes a database new, and runs what follows under {@code guard}. */
    int reset(Options options, ResetCommand command) {
        return new ResetExecution(
                        console, environment, secrets, options, command, following -> guard(options, following))
                .run();
    }

    /** Explains what is in this file, or on standard input. */
    int explain(Options options, String file) {
        return new Explaining(console, environment, secrets, options).of(file, input);
    }

    private int perform(String command, Options options, ToIntFunction<Execution> way) {
        try (Output output = output(command, options)) {
            return way.applyAsInt(new Execution(environment, secrets, output, command, options));
        }
    }

    /** Errors are told in the format that was asked for, so a wrong flag does not count here; {@link CommandSettings} tells it. */
    private Output output(String command, Options options) {
        Printing printing = Printing.leniently(options, environment);
        Paint paint = Paint.on(console, environment, printing.noColor());
        return printing.json()
                ? new JsonOutput(console, printing.quiet())
                : new TextOutput(console, command, printing.quiet(), printing.verbose(), paint);
    }

    private int wrongUsage(ParameterException e, String[] arguments) {
        try {
            Options options = new Options();
            options.format = WrongUsage.format(arguments);
            CommandLine commandLine = e.getCommandLine();
            String command = commandLine.getParent() == null ? "clean" : commandLine.getCommandName();
            boolean guarded = command.equals("guard")
                    || (command.equals("reset") && List.of(arguments).contains("--"));
            if (guarded) {
                console.err().println("clean-stale-types: " + WrongUsage.inWords(e, arguments));
                return ExitStatus.OWN_FAILURE;
            }
            return perform(command, options, execution -> execution.refuse(WrongUsage.inWords(e, arguments)));
        } catch (RuntimeException bug) {
            return bug(bug);
        }
    }

    /** Without the messages: they may hold anything, and nobody has looked whether a password is in them. */
    private int bug(Throwable e) {
        console.err().println("clean-stale-types: this is a bug of this program, please report it:");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            console.err().println(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace()).forEach(frame -> console.err().println("    at " + frame));
        }
        return ExitCode.BUG.code();
    }
}
