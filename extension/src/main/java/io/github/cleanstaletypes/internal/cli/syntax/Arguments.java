package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments as they were understood.
 *
 * @param command what was asked for: clean, if no command was named
 * @param helpOf the command whose help was asked for, null for that of the program; of no meaning unless {@code asks} is {@code HELP}
 * @param options the values of the options that were written; of a flag "true" or "false"
 * @param operands the words that are neither command nor option
 */
public record Arguments(
        Command command,
        @Nullable Command helpOf,
        Asks asks,
        Map<Option, List<String>> options,
        List<String> operands) {

    /** What is to be done. */
    public enum Asks {
        RUN,
        HELP,
        VERSION
    }

    /** Arguments that ask for a format, and for nothing else. */
    public static Arguments ofFormat(Command command, @Nullable String format) {
        Map<Option, List<String>> options = new EnumMap<>(Option.class);
        if (format != null) {
            options.put(Option.FORMAT, List.of(format));
        }
        return new Arguments(command, null, Asks.RUN, options, List.of());
    }

    /** The value of an option that was written; else null. */
    public @Nullable String text(Option option) {
        List<String> values = options.get(option);
        return values == null ? null : values.get(0);
    }

    /** The values of an option that can be repeated; null if it was not written. */
    public @Nullable List<String> texts(Option option) {
        return options.get(option);
    }

    /** What was written of a flag; null if nothing was. */
    public @Nullable Boolean flag(Option option) {
        List<String> values = options.get(option);
        return values == null ? null : Boolean.valueOf(values.get(0));
    }
}
