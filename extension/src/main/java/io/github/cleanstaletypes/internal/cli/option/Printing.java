package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options that say how to print. */
public record Printing(boolean json, boolean quiet, boolean verbose, boolean noColor) {

    /** @throws UsageException if one is wrong */
    static Printing of(Arguments given, Environment environment) {
        OptionValues values = new OptionValues(given, environment);
        return new Printing(
                json(values.text(Option.FORMAT)),
                values.flag(Option.QUIET),
                values.flag(Option.VERBOSE),
                values.flag(Option.NO_COLOR));
    }

    /** Takes one that is wrong as not given: that, too, must be told somehow. */
    public static Printing leniently(Arguments given, Environment environment) {
        OptionValues values = new OptionValues(given, environment);
        return new Printing(
                orFalse(values, Option.FORMAT),
                orFalse(values, Option.QUIET),
                orFalse(values, Option.VERBOSE),
                orFalse(values, Option.NO_COLOR));
    }

    private static boolean orFalse(OptionValues values, Option option) {
        try {
            return option == Option.FORMAT ? json(values.text(option)) : values.flag(option);
        } catch (UsageException e) {
            return false;
        }
    }

    private static boolean json(@Nullable Value format) {
        if (format == null) {
            return false;
        }
        return switch (format.text().toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "text" -> false;
            default -> throw format.problem("is not a format; there are text and json");
        };
    }
}
