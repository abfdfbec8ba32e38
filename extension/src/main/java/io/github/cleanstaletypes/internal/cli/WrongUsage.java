package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.syntax.Command;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.cli.syntax.WrongArgumentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line what is wrong with the arguments, and what may have been meant. It shows no value of an option, since a URL with
 * a password may have come to stand anywhere.
 */
final class WrongUsage {

    /** What an option may be called. Others have options of this form, too, and no password begins so. */
    private static final Pattern OPTION = Pattern.compile("-[A-Za-z]|--[a-z]{1,16}(?:-[a-z]{1,16})*");

    private final @Nullable Command command;
    private final List<String> arguments;

    private WrongUsage(@Nullable Command command, String... arguments) {
        this.command = command;
        this.arguments = Arrays.asList(arguments);
    }

    static String inWords(WrongArgumentException problem, String... arguments) {
        Command command = problem.command();
        return new WrongUsage(command, arguments).describe(problem)
                + " (see "
                + (command == null ? Command.PROGRAM : Command.PROGRAM + " " + command.word())
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

    private String describe(WrongArgumentException problem) {
        Option option = problem.option();
        return switch (problem.kind()) {
            case UNKNOWN -> unknown(problem.argument());
            case WITHOUT_VALUE ->
                "option " + problem.argument() + " lacks its "
                        + Objects.requireNonNull(option).label();
            case WITH_VALUE -> "option " + problem.argument() + " takes no value";
            case TWICE -> "option " + problem.argument() + " is given twice";
            case WITHOUT_OPERAND ->
                "it lacks the command to run: "
                        + Objects.requireNonNull(command).word() + " [OPTIONS] -- " + problem.argument() + " ARG…";
        };
    }

    private String unknown(String argument) {
        if (argument.startsWith("-") && !argument.equals("-")) {
            String option = optionName(argument);
            String others = ofOthers(option);
            if (others != null) {
                return others;
            }
            String suggestion = suggestion(option, optionNames());
            boolean harmless = !suggestion.isEmpty() || OPTION.matcher(option).matches();
            return "unknown option" + (harmless ? " '" + option + "'" : "") + suggestion;
        }
        if (command != null) {
            return "unexpected argument " + place(argument) + "; names go behind --type, a URL behind --database-url";
        }
        // what is nearly a command is no password
        String suggestion = suggestion(
                argument, Stream.of(Command.values()).map(Command::word).toList());
        return suggestion.isEmpty()
                ? "unknown command " + place(argument) + "; names go behind --type, a URL behind --database-url"
                : "unknown command '" + argument + "'" + suggestion;
    }

    /** Says which other commands have this option; null if none has. */
    private @Nullable String ofOthers(String written) {
        Option option = Option.of(written);
        if (option == null) {
            return null;
        }
        List<String> owners = new ArrayList<>();
        for (Command other : Command.values()) {
            if (option.isHeededBy(other)) {
                owners.add(other.word());
            }
        }
        int last = owners.size() - 1;
        String all =
                last == 0 ? owners.get(0) : String.join(", ", owners.subList(0, last)) + " and " + owners.get(last);
        return "option " + written + " belongs to " + all
                + (command == null ? ", and stands behind that word" : ", not to " + command.word());
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
        return Option.behind(command).stream().map(Option::text).toList();
    }

    private static String suggestion(String written, List<String> known) {
        Stream<String> similar =
                known.stream().filter(name -> Similarity.edits(written, name) <= Math.max(1, name.length() / 3));
        return similar.min((a, b) -> Integer.compare(Similarity.edits(written, a), Similarity.edits(written, b)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
