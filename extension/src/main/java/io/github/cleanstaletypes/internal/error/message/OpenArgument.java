package io.github.cleanstaletypes.internal.error.message;

import java.util.List;
import java.util.regex.Matcher;

/** An argument without quotes with which a message begins or ends: only its shape tells where. */
final class OpenArgument {

    private static final int LONGEST = 250;

    /** What stands between a message and what a log or a tool puts in front of it. */
    private static final List<String> SEPARATORS = List.of(": ", "： ", " - ");

    private OpenArgument() {}

    /** Where the argument that ends here begins, or -1. */
    static int startBefore(String text, int end, Argument argument) {
        Matcher shape = argument.shape().matcher(text);
        for (int start = separated(text, end); start < end; start++) {
            if (wordBegins(text, start) && shape.region(start, end).matches()) {
                return start;
            }
        }
        return -1;
    }

    /** Where the argument that begins here ends, or -1. */
    static int endAfter(String text, int start, Argument argument) {
        Matcher shape = argument.shape().matcher(text).region(start, Math.min(text.length(), start + LONGEST));
        return shape.lookingAt() && !Words.cut(text, shape.end()) ? shape.end() : -1;
    }

    /** Where what is in front of the message ends, in the last characters before this place. */
    private static int separated(String text, int end) {
        int first = Math.max(0, end - LONGEST);
        String before = text.substring(first, end);
        return first
                + SEPARATORS.stream()
                        .filter(before::contains)
                        .mapToInt(separator -> before.lastIndexOf(separator) + separator.length())
                        .max()
                        .orElse(0);
    }

    private static boolean wordBegins(String text, int start) {
        return text.charAt(start) != ' ' && (start == 0 || !Words.inWord(text.charAt(start - 1)));
    }
}
