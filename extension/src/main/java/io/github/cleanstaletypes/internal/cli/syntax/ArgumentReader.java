package io.github.cleanstaletypes.internal.cli.syntax;

import io.github.cleanstaletypes.internal.cli.syntax.Arguments.Asks;
import io.github.cleanstaletypes.internal.cli.syntax.WrongArgumentException.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what the library has read what was asked for, by the tables of {@link Command} and {@link Option}. Who asks for help gets it
 * whatever else is wrong. One object reads once.
 */
public final class ArgumentReader {

    private static final String END_OF_OPTIONS = "--";

    private final List<String> arguments;
    private Asks asks = Asks.RUN;

    private @Nullable Command command;
    private @Nullable WrongArgumentException wrong;
    private final Map<Option, List<String>> before = new EnumMap<>(Option.class);
    private final Map<Option, List<String>> behind = new EnumMap<>(Option.class);
    private final List<String> operands = new ArrayList<>();

    private ArgumentReader(String... arguments) {
        this.arguments = List.of(arguments);
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
        int word = 0;
        while (word < arguments.size() && !isCommand(arguments.get(word))) {
            // what follows is no command, and an option's value is none unless it stands behind "="
            word = arguments.get(word).equals(END_OF_OPTIONS) ? arguments.size() : word + 1;
        }
        readPart(arguments.subList(0, word));
        if (word < arguments.size()) {
            command = Command.of(arguments.get(word));
            readPart(arguments.subList(word + 1, arguments.size()));
        }
        return asks == Asks.RUN ? checked() : understood(command);
    }

    private static boolean isCommand(String argument) {
        return Command.of(argument) != null;
    }

    /** Reads what stands before the command, or behind it. */
    private void readPart(List<String> part) {
        OptionTable table = OptionTable.behind(command);
        List<String> rest = part;
        while (!rest.isEmpty()) {
            CommandLine read = table.read(rest);
            OptionTable.entries(read).forEach(entry -> take(entry.meant(), entry.getValue()));
            List<String> left = read.getArgList();
            rest = left.isEmpty() ? left : behindStop(rest, rest.size() - left.size(), left.get(0));
        }
    }

    /**
     * Takes the argument that the library has stopped at.
     *
     * @param unread what is left of it: of letters, those from the first unknown one on
     * @return what is to be read yet
     */
    private List<String> behindStop(List<String> part, int stop, String unread) {
        String argument = part.get(stop);
        List<String> rest = part.subList(stop + 1, part.size());
        boolean onlyOperands = stop > 0 && part.get(stop - 1).equals(END_OF_OPTIONS);
        if (onlyOperands || argument.equals("-") || !argument.startsWith("-")) {
            operand(argument);
            if (onlyOperands || (command != null && command.operands().takeTheRest())) {
                rest.forEach(this::operand);
                return List.of();
            }
            return rest;
        }
        int equals = argument.indexOf('=');
        if (equals > 2 && !argument.startsWith(END_OF_OPTIONS)) {
            // letters, the last with a value
            List<String> apart = new ArrayList<>(rest);
            apart.add(0, "-" + argument.substring(equals - 1));
            apart.add(0, argument.substring(0, equals - 1));
            return apart;
        }
        Option flag = equals < 0 ? null : Option.of(argument.substring(0, equals));
        if (flag != null && flag.standsBehind(command)) {
            take(flag, argument.substring(equals + 1));
        } else {
            wrong(WrongArgumentException.unknown(command, unread.equals(argument) ? argument : "-" + unread));
        }
        return rest;
    }

    private void operand(String argument) {
        if (command == null || operands.size() >= command.operands().most()) {
            wrong(WrongArgumentException.unknown(command, argument));
        } else {
            operands.add(argument);
        }
    }

    private void take(Option option, @Nullable String value) {
        if (option == Option.HELP || option == Option.VERSION) {
            asks = asks == Asks.HELP || option == Option.HELP ? Asks.HELP : Asks.VERSION;
        } else if (option.label() != null) {
            if (value == null) {
                wrong(WrongArgumentException.of(Kind.WITHOUT_VALUE, command, option));
            } else {
                keep(option, value);
            }
        } else if (value == null || value.equals("true") || value.equals("false")) {
            keep(option, value == null ? "true" : value);
        } else {
            wrong(WrongArgumentException.of(Kind.WITH_VALUE, command, option));
        }
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
