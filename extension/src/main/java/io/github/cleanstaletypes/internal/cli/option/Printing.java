package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options that say how to print. */
public record Printing(boolean json, boolean quiet, boolean verbose, boolean noColor) {

    /** @throws UsageException if one is wrong */
    static Printing of(Options options, Environment environment) {
        OptionValues values = new OptionValues(environment);
        return new Printing(
                json(values.text("--format", options.format)),
                values.flag("--quiet", options.quiet),
                values.flag("--verbose", options.verbose),
                values.flag("--no-color", options.noColor));
    }

    /** Takes one that is wrong as not given: that, too, must be told somehow. */
    public static Printing leniently(Options options, Environment environment) {
        OptionValues values = new OptionValues(environment);
        return new Printing(
                orFalse(() -> json(values.text("--format", options.format))),
                orFalse(() -> values.flag("--quiet", options.quiet)),
                orFalse(() -> values.flag("--verbose", options.verbose)),
                orFalse(() -> values.flag("--no-color", options.noColor)));
    }

    private static boolean orFalse(Supplier<Boolean> value) {
        try {
            return value.get();
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
