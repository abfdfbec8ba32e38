package io.github.cleanstaletypes.internal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what is wrong with the arguments, and what may have been meant. It shows no value of an option, since a URL with
 * a password may have come to stand anywhere.
 */
final class WrongUsage {

    /** What an option may be called. Others have options of this form, too, and no password begins so. */
    private static final Pattern OPTION = Pattern.compile("-[A-Za-z]|--[a-z]{1,16}(?:-[a-z]{1,16})*");

    private final CommandLine command;
    private final List<String> arguments;

    WrongUsage(ParameterException exception, String[] arguments) {
        this.command = exception.getCommandLine();
        this.arguments = Arrays.asList(arguments);
    }

    static String inWords(ParameterException exception, String... arguments) {
        return new WrongUsage(exception, arguments).describe(exception)
                + " (see "
                + exception.getCommandLine().getCommandSpec().qualifiedName()
                + " --help)";
    }

    /** The format that was asked for, as far as that can be known of arguments that could not be read. */
    static @Nullable String format(String... arguments) {
        String format = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--format=")) {
                format = arguments[i].substring("--format=".length());
            } else if (arguments[i].equals("--format") && i + 1 < arguments.length) {
                format = arguments[i + 1];
            }
        }
        return format;
    }

    private String describe(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0));
        }
        if (exception instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec option = missing.getMissing().get(0);
            if (option.isPositional()) {
                return "it lacks the command to run: " + command.getCommandName() + " [OPTIONS] -- "
                        + option.paramLabel() + " ARG…";
            }
            return "option " + name(option) + " lacks its " + option.paramLabel();
        }
        if (exception instanceof OverwrittenOptionException overwritten) {
            return "option " + name(overwritten.getOverwritten()) + " is given twice";
        }
        ArgSpec option = exception.getArgSpec();
        if (option != null) {
            return "option " + name(option) + " takes no value";
        }
        return unmatched(exception.getValue() == null ? "" : exception.getValue());
    }

    private String unmatched(String argument) {
        if (argument.startsWith("-")) {
            String option = optionName(argument);
            String others = HeededOptions.ofOthers(option, command);
            if (others != null) {
                return others;
            }
            String suggestion = suggestion(option, optionNames());
            boolean harmless = !suggestion.isEmpty() || OPTION.matcher(option).matches();
            return "unknown option" + (harmless ? " '" + option + "'" : "") + suggestion;
        }
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        if (commands.isEmpty()) {
            return "unexpected argument " + place(argument) + "; names go behind --type, a URL behind --database-url";
        }
        // what is nearly a command is no password
        String suggestion = suggestion(argument, commands);
        return suggestion.isEmpty()
                ? "unknown command " + place(argument) + "; names go behind --type, a URL behind --database-url"
                : "unknown command '" + argument + "'" + suggestion;
    }

    /** Which argument it is. It is not shown: a password may have come to stand there. */
    private String place(String argument) {
        return "(argument " + (arguments.indexOf(argument) + 1) + ")";
    }

    /** Without what may be its value. */
    private static String optionName(String argument) {
        String name = argument.split("=", 2)[0];
        return name.startsWith("--") ? name : name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.length())));
    }

    private List<String> optionNames() {
        return command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec spec ? spec.longestName() : option.paramLabel();
    }

    private static String suggestion(String written, List<String> known) {
        Stream<String> similar =
                known.stream().filter(name -> Similarity.edits(written, name) <= Math.max(1, name.length() / 3));
        return similar.min((a, b) -> Integer.compare(Similarity.edits(written, a), Similarity.edits(written, b)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
