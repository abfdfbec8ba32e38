package io.github.cleanstaletypes.internal.error.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes escapes out of a line that holds a string in a string: JSON that is cut off, or the notation of an exception. Stateless. */
public final class Escapes {

    private static final Pattern UNICODE = Pattern.compile("\\\\++u([0-9a-fA-F]{4})");
    private static final Pattern QUOTE = Pattern.compile("\\\\++([\"'])");
    private static final Pattern LINE_BREAK = Pattern.compile("(?:\\\\++r)?\\\\++n");

    private Escapes() {}

    /** The lines that are written in this one; itself if it has no escapes. */
    public static List<String> lines(String line) {
        if (line.indexOf('\\') < 0) {
            return List.of(line);
        }
        String characters = UNICODE.matcher(line)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        return Stream.of(LINE_BREAK.split(characters))
                .map(part -> QUOTE.matcher(part).replaceAll("$1"))
                .toList();
    }
}
