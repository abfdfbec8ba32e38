package io.github.cleanstaletypes.internal.cli.syntax;

import io.github.cleanstaletypes.internal.cli.syntax.Arguments.Asks;
import io.github.cleanstaletypes.internal.cli.syntax.WrongArgumentException.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments by the tables of {@link Command} and {@link Option}. Who asks for help gets it whatever else is wrong. One object reads
 * once.
 */
public final class ArgumentReader {

    private static final String END_OF_OPTIONS = "--";

    private final String[] arguments;
    private int next;
    private boolean onlyOperands;
    private Asks asks = Asks.RUN;

    private @Nullable Command command;
    private @Nullable WrongArgumentException wrong;
    private final Map<Option, List<String>> before = new EnumMap<>(Option.class);
    private final Map<Option, List<String>> behind = new EnumMap<>(Option.class);
    private final List<String> operands = new ArrayList<>();

    private ArgumentReader(String... arguments) {
        this.arguments = arguments;
    }

    /**
     * Reads all of them.
     *
     * @throws WrongArgumentException the first thing that is wrong
     */
    public static Arguments read(String... arguments) throws WrongArgumentException {
        return new ArgumentReader(arguments).read();
    }

    private Arguments read() throws WrongArgumentException {
        while (next < arguments.length) {
            String argument = arguments[next++];
            if (onlyOperands || argument.equals("-") || !argument.startsWith("-")) {
                word(argument);
            } else if (argument.equals(END_OF_OPTIONS)) {
                onlyOperands = true;
            } else if (argument.startsWith(END_OF_OPTIONS)) {
                longOption(argument);
            } else {
                letters(argument);
            }
        }
        return asks == Asks.RUN ? checked() : understood(command);
    }

    private Arguments checked() throws WrongArgumentException {
        Command asked = command == null ? Command.CLEAN : command;
        if (wrong == null && operands.size() < asked.operands().least()) {
            wrong = WrongArgumentException.withoutOperand(asked);
        }
        for (Option option : before.keySet()) {
            if (wrong == null && !option.isHeededBy(asked)) {
                wrong = WrongArgumentException.unknown(asked, option.text());
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        if (asked != Command.HELP) {
            return understood(null);
        }
        Command other = operands.isEmpty() ? null : Command.of(operands.get(0));
        if (!operands.isEmpty() && other == null) {
            throw WrongArgumentException.unknown(null, operands.get(0));
        }
        asks = Asks.HELP;
        return understood(other);
    }

    /** What stands before the command is joined with what stands behind it, which wins where only one can be. */
    private Arguments understood(@Nullable Command helpOf) {
        Map<Option, List<String>> options = new EnumMap<>(before);
        for (Map.Entry<Option, List<String>> written : behind.entrySet()) {
            List<String> earlier = options.get(written.getKey());
            if (earlier == null || !written.getKey().isRepeatable()) {
                options.put(written.getKey(), written.getValue());
            } else {
                earlier.addAll(written.getValue());
            }
        }
        return new Arguments(command == null ? Command.CLEAN : command, helpOf, asks, options, operands);
    }

    private void word(String argument) {
        if (command == null) {
            Command named = onlyOperands ? null : Command.of(argument);
            if (named == null) {
                wrong(WrongArgumentException.unknown(null, argument));
            } else {
                command = named;
            }
            return;
        }
        if (operands.size() >= command.operands().most()) {
            wrong(WrongArgumentException.unknown(command, argument));
            return;
        }
        operands.add(argument);
        while (command.operands().takeTheRest() && next < arguments.length) {
            operands.add(arguments[next++]);
        }
    }

    private void longOption(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        Option option = known(name);
        if (option == null) {
            wrong(WrongArgumentException.unknown(command, argument));
        } else {
            take(option, equals < 0 ? null : argument.substring(equals + 1));
        }
    }

    /** Several letters can stand behind one hyphen. */
    private void letters(String argument) {
        for (int i = 1; i < argument.length(); i++) {
            Option option = known("-" + argument.charAt(i));
            if (option == null) {
                wrong(WrongArgumentException.unknown(command, "-" + argument.substring(i)));
                return;
            }
            if (argument.startsWith("=", i + 1)) {
                take(option, argument.substring(i + 2));
                return;
            }
            take(option, null);
        }
    }

    private void take(Option option, @Nullable String attached) {
        if (option == Option.HELP || option == Option.VERSION) {
            asks = asks == Asks.HELP || option == Option.HELP ? Asks.HELP : Asks.VERSION;
        } else if (option.label() != null) {
            String value = attached == null ? nextValue() : attached;
            if (value == null) {
                wrong(WrongArgumentException.of(Kind.WITHOUT_VALUE, command, option));
            } else {
                keep(option, value);
            }
        } else if (attached == null || attached.equals("true") || attached.equals("false")) {
            keep(option, attached == null ? "true" : attached);
        } else {
            wrong(WrongArgumentException.of(Kind.WITH_VALUE, command, option));
        }
    }

    /** The next word, unless it is an option of this program, or a command that was to come. */
    private @Nullable String nextValue() {
        if (next == arguments.length) {
            return null;
        }
        String value = arguments[next];
        boolean taken = value.startsWith("-") ? isOption(value) : command == null && Command.of(value) != null;
        if (taken) {
            return null;
        }
        next++;
        return value;
    }

    private @Nullable Option known(String written) {
        Option option = Option.of(written);
        return option != null && option.standsBehind(command) ? option : null;
    }

    private boolean isOption(String value) {
        int equals = value.indexOf('=');
        String name = equals < 0 ? value : value.substring(0, equals);
        return value.equals(END_OF_OPTIONS) || known(name) != null;
    }

    private void keep(Option option, String value) {
        Map<Option, List<String>> options = command == null ? before : behind;
        List<String> values = options.get(option);
        if (values == null) {
            options.put(option, new ArrayList<>(List.of(value)));
        } else if (option.isRepeatable()) {
            values.add(value);
        } else {
            wrong(WrongArgumentException.of(Kind.TWICE, command, option));
        }
    }

    private void wrong(WrongArgumentException problem) {
        if (wrong == null) {
            wrong = problem;
        }
    }
}
