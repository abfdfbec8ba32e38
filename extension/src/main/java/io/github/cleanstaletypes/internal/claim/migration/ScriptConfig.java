package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Flyway's settings for one script, from the file of its name with {@code .conf} at the end. Whether it runs in a transaction makes no
 * difference to the names that it creates.
 *
 * @param values the settings
 */
record ScriptConfig(Map<String, String> values) {

    static ScriptConfig of(Path script) {
        Path file = script.resolveSibling(script.getFileName() + ".conf");
        if (!Files.isRegularFile(file)) {
            return new ScriptConfig(Map.of());
        }
        try {
            String text = new String(PlainFile.read(file, SizeLimit.SETTING), StandardCharsets.UTF_8);
            return new ScriptConfig(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(
                            parts -> parts[0].strip().replaceFirst("^flyway\\.", ""),
                            parts -> parts[1].strip(),
                            (first, second) -> second)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The script's encoding; empty if it is not set or not known here. */
    Optional<Charset> encoding() {
        String name = values.getOrDefault("encoding", "");
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the script is to be left out. */
    boolean never() {
        return values.getOrDefault("shouldExecute", "").equalsIgnoreCase("false");
    }

    /** Whether placeholders of the script are texts like any other. */
    boolean literal() {
        return values.getOrDefault("placeholderReplacement", "").equalsIgnoreCase("false");
    }
}
