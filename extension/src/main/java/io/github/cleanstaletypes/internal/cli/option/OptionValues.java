package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of an option: what was written, else its variable {@code CLEAN_STALE_TYPES_<OPTION>}, else its default. An error names the
 * one that is wrong.
 */
public final class OptionValues {

    private final Environment environment;

    public OptionValues(Environment environment) {
        this.environment = environment;
    }

    /** A text with the name of what it was written in. */
    public record Value(String origin, String text) {

        public UsageException problem(String why) {
            return new UsageException(origin + ": "
                    + (Secrets.mayBeIn(text) ? "the value (not shown, it may hold a password)" : "'" + text + "'") + " "
                    + why);
        }
    }

    @Nullable
    public Value text(String option, @Nullable String written) {
        if (written != null) {
            return new Value(option, written);
        }
        String variable = variable(option);
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? null : new Value(variable, value);
    }

    /** Each occurrence of a repeatable option, or its variable as one. */
    List<Value> texts(String option, @Nullable List<String> written) {
        if (written != null) {
            return written.stream().map(text -> new Value(option, text)).toList();
        }
        Value value = text(option, null);
        return value == null ? List.of() : List.of(value);
    }

    public boolean flag(String option, @Nullable Boolean written) {
        if (written != null) {
            return written;
        }
        Value value = text(option, null);
        if (value == null) {
            return false;
        }
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw value.problem("is neither true nor false");
        };
    }

    public Duration duration(String option, @Nullable String written, Duration otherwise) {
        Value value = text(option, written);
        return value == null ? otherwise : Durations.parse(value);
    }

    static String variable(String option) {
        return "CLEAN_STALE_TYPES_"
                + option.substring("--".length()).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
