package io.github.cleanstaletypes.internal.guard.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The words of a command, so that each of them arrives as it was written. Java encodes them by the locale, and a container has none:
 * every letter beyond ASCII would become a question mark. There a shell makes them from octal numbers.
 */
final class CommandWords {

    private static final String UTF_8 = "UTF-8";

    private CommandWords() {}

    static List<String> of(List<String> words) {
        return words.stream().allMatch(CommandWords::arrives) ? words : viaShell(words);
    }

    /** Whether Java passes this on as it is. */
    static boolean arrives(String word) {
        return System.getProperty("sun.jnu.encoding", UTF_8).equalsIgnoreCase(UTF_8)
                || word.chars().allMatch(letter -> letter < 128);
    }

    /** A command substitution drops line feeds at its end, so each word ends with a dot, which is taken away again. */
    static List<String> viaShell(List<String> words) {
        StringBuilder script = new StringBuilder();
        StringBuilder exec = new StringBuilder("exec");
        for (int i = 0; i < words.size(); i++) {
            script.append(String.format(Locale.ROOT, "a%d=$(printf %%b '%s.'); ", i, octal(words.get(i))));
            exec.append(String.format(Locale.ROOT, " \"${a%d%%.}\"", i));
        }
        return new ArrayList<>(List.of("sh", "-c", script.append(exec).toString()));
    }

    private static String octal(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        StringBuilder octal = new StringBuilder();
        IntStream.range(0, bytes.length)
                .forEach(i -> octal.append(String.format(Locale.ROOT, "\\0%03o", bytes[i] & 0xff)));
        return octal.toString();
    }
}
