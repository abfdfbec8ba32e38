package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.OptionValues;
import io.github.cleanstaletypes.internal.cli.option.Printing;
import io.github.cleanstaletypes.internal.cli.syntax.ArgumentReader;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.BashCompletion;
import io.github.cleanstaletypes.internal.cli.syntax.Command;
import io.github.cleanstaletypes.internal.cli.syntax.HelpText;
import io.github.cleanstaletypes.internal.cli.syntax.WrongArgumentException;
import io.github.cleanstaletypes.internal.cli.syntax.ZshCompletion;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Paint;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.guard.report.ExitStatus;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        try {
            for (String argument : arguments) {
                secrets.learnFrom(argument);
            }
            secrets.learnFrom(environment);
            return understood(arguments);
        } catch (RuntimeException | Error e) {
            return bug(e);
        } finally {
            // a line without an end is held back
            console.out().flush();
            console.err().flush();
        }
    }

    private int understood(String... arguments) {
        Arguments given;
        try {
            given = ArgumentReader.read(arguments);
        } catch (WrongArgumentException e) {
            return wrongUsage(e, arguments);
        }
        return switch (given.asks()) {
            case HELP -> help(given.helpOf());
            case VERSION -> print(Command.PROGRAM + " " + Version.get());
            case RUN -> run(given);
        };
    }

    private int run(Arguments given) {
        passedOver = OptionValues.variablesOfOthers(given.command());
        return switch (given.command()) {
            case CHECK -> perform(given, Cleaner::check);
            case CLEAN -> perform(given, Cleaner::clean);
            case RESTORE -> perform(given, Cleaner::restore);
            case WAIT -> execution(given, types -> List.of());
            case GUARD -> guard(given);
            case RESET -> new ResetExecution(console, environment, secrets, given, this::guard).run();
            case EXPLAIN -> new Explaining(console, environment, secrets, given).run(input);
            case HELP -> help(null);
            case GENERATE_COMPLETION -> completion(given);
        };
    }

    private int guard(Arguments given) {
        return new GuardExecution(console, commandErrors, environment, secrets, given).run();
    }

    private int perform(Arguments given, Function<Cleaner, CleanupReport> work) {
        return execution(given, types -> List.of(work.apply(types)));
    }

    private int execution(Arguments given, Execution.Work work) {
        try (Output output = output(given)) {
            return new Execution(environment, secrets, output, given).run(work);
        }
    }

    /** For one shell, or what both can read. */
    private int completion(Arguments given) {
        String shell = given.operands().isEmpty() ? "bash" : given.operands().get(0);
        return switch (shell) {
            case "bash" -> print(BashCompletion.script().strip());
            case "zsh" -> print(ZshCompletion.script().strip());
            default -> wrongUsage(WrongArgumentException.unknown(Command.GENERATE_COMPLETION, shell), shell);
        };
    }

    private int help(@Nullable Command command) {
        boolean colours = Paint.on(console, environment, false).out();
        return print(String.join("\n", HelpText.of(command, Math.max(HELP_WIDTH, console.width()), colours)));
    }

    private int print(String text) {
        // a line feed on every system
        console.out().print(text + "\n");
        return ExitCode.CLEAN.code();
    }

    /** Errors are told in the format that was asked for, so a wrong flag does not count here; {@link CommandSettings} tells it. */
    private Output output(Arguments given) {
        Printing printing = Printing.leniently(given, environment);
        Paint paint = Paint.on(console, environment, printing.noColor());
        return printing.json()
                ? new JsonOutput(console, printing.quiet())
                : new TextOutput(console, given.command().word(), printing.quiet(), printing.verbose(), paint);
    }

    private int wrongUsage(WrongArgumentException e, String... arguments) {
        String why = WrongUsage.inWords(e, arguments);
        if (e.command() == Command.GUARD
                || (e.command() == Command.RESET && List.of(arguments).contains("--"))) {
            console.err().println("clean-stale-types: " + why);
            return ExitStatus.OWN_FAILURE;
        }
        Command command = e.command() == null ? Command.CLEAN : e.command();
        Arguments given = Arguments.ofFormat(command, WrongUsage.format(arguments));
        try (Output output = output(given)) {
            return new Execution(environment, secrets, output, given).refuse(why);
        }
    }

    /** Without the messages: they may hold anything, and nobody has looked whether a password is in them. */
    private int bug(Throwable e) {
        console.err().println("clean-stale-types: this is a bug of this program, please report it:");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            console.err().println(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                console.err().println("    at " + frame);
            }
        }
        return ExitCode.BUG.code();
    }
}
