package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
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

        /** The problem, without the text: anything can have come to stand there. */
        public UsageException problem(String why) {
            return new UsageException(origin + ": the value " + why);
        }

        /** The problem of a file of this path, which is shown if it is no secret. */
        public UsageException fileProblem(String why) {
            return new UsageException(origin + ": " + ShownPath.of(text) + " " + why);
        }

        /** Refuses what may have a password in it: it would be looked for, and told as not found. */
        Value withoutCredentials() {
            if (Secrets.mayBeIn(text)) {
                throw new UsageException(
                        origin + ": a URL, or a text with a password in it, does not belong here (it is not shown)");
            }
            return this;
        }
    }

    /** The text of any option but those whose value is a URL. */
    @Nullable
    public Value text(String option, @Nullable String written) {
        Value value = url(option, written);
        return value == null ? null : value.withoutCredentials();
    }

    /** The same of an option whose value is a URL. */
    @Nullable
    public Value url(String option, @Nullable String written) {
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
            return written.stream()
                    .map(text -> new Value(option, text).withoutCredentials())
                    .toList();
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

    /** All variables of an option: its own, and its short one if it has one. */
    public static List<String> variables(String option) {
        return option.equals("--type")
                ? List.of(variable(option), ClaimedNames.SHORT_VARIABLE)
                : List.of(variable(option));
    }

    static String variable(String option) {
        return "CLEAN_STALE_TYPES_"
                + option.substring("--".length()).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
