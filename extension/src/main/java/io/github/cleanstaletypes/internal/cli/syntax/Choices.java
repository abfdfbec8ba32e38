package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.List;

/** What a shell may offer as the value of an option. */
enum Choices {
    NOTHING,
    FILES,
    DIRECTORIES,
    WORDS;

    static Choices of(Option option) {
        if (!words(option).isEmpty()) {
            return WORDS;
        }
        return "FILE".equals(option.label()) ? FILES : "DIR".equals(option.label()) ? DIRECTORIES : NOTHING;
    }

    /** The only values that an option has; none if it has any others. */
    static List<String> words(Option option) {
        if (option == Option.FORMAT) {
            return List.of("text", "json");
        }
        return option == Option.ON_LOCK_LOST ? List.of("stop", "warn") : List.of();
    }
}
