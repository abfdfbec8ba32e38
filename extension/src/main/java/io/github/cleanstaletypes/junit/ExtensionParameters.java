package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.connect.WaitTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Our configuration parameters: {@code junit-platform.properties}, system properties, or what a build tool hands over. */
record ExtensionParameters(ExtensionContext context) {

    static final String PREFIX = "cleanstaletypes.";

    /** The value, or empty if it is not set or blank. */
    Optional<String> text(String name) {
        return context.getConfigurationParameter(PREFIX + name)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    boolean flag(String name) {
        String value = text(name).orElse("false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, value, "write true or false");
        };
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        return text(name).map(text -> constant(name, text, type)).orElse(otherwise);
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        // the first constant means this parameter
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .skip(1)
                .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        text,
                        "write "
                                + Arrays.stream(constants)
                                        .skip(1)
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" or "))));
    }

    /** The time that the attribute says, else the parameter, else null. */
    @Nullable
    Duration time(String attribute, String written, String parameter) {
        String howTo = "write 30s, 5m, 500ms or 0";
        if (!written.isBlank()) {
            return WaitTime.parse(written)
                    .orElseThrow(() -> new Misuse(attribute + " = \"" + written + "\" is not a time; " + howTo));
        }
        return text(parameter)
                .map(text -> WaitTime.parse(text).orElseThrow(() -> wrong(parameter, text, howTo)))
                .orElse(null);
    }

    private static Misuse wrong(String name, String text, String howTo) {
        return new Misuse("the configuration parameter " + PREFIX + name + " is '" + text + "'; " + howTo);
    }
}
