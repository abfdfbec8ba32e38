package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Command;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.ShownPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of an option: what was written, else its variable {@code CLEAN_STALE_TYPES_<OPTION>}, else its default. An error names the
 * one that is wrong.
 */
public final class OptionValues {

    private final Arguments given;
    private final Environment environment;

    public OptionValues(Arguments given, Environment environment) {
        this.given = given;
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
    public Value text(Option option) {
        Value value = url(option);
        return value == null ? null : value.withoutCredentials();
    }

    /** The same of an option whose value is a URL. */
    @Nullable
    public Value url(Option option) {
        String written = given.text(option);
        if (written != null) {
            return new Value(option.text(), written);
        }
        String variable = option.variable();
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? null : new Value(variable, value);
    }

    boolean isWritten(Option option) {
        return given.text(option) != null;
    }

    /** Each occurrence of a repeatable option, or its variable as one. */
    List<Value> texts(Option option) {
        List<String> written = given.texts(option);
        if (written == null) {
            Value value = text(option);
            return value == null ? List.of() : List.of(value);
        }
        List<Value> values = new ArrayList<>();
        for (String text : written) {
            values.add(new Value(option.text(), text).withoutCredentials());
        }
        return values;
    }

    public boolean flag(Option option) {
        Boolean written = given.flag(option);
        if (written != null) {
            return written;
        }
        Value value = text(option);
        if (value == null) {
            return false;
        }
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw value.problem("is neither true nor false");
        };
    }

    public Duration duration(Option option, Duration otherwise) {
        Value value = text(option);
        return value == null ? otherwise : Durations.parse(value);
    }

    /** All variables of an option: its own, and its short one if it has one. */
    private static List<String> variables(Option option) {
        return option == Option.TYPE
                ? List.of(option.variable(), ClaimedNames.SHORT_VARIABLE)
                : List.of(option.variable());
    }

    /** The variables of the options that a command does not heed: they are set for all commands, and passed over. */
    public static Set<String> variablesOfOthers(Command command) {
        Set<String> variables = new HashSet<>();
        for (Option option : Option.values()) {
            if (!option.isHeededBy(command)) {
                variables.addAll(variables(option));
            }
        }
        return variables;
    }
}
