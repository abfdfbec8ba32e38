package io.github.cleanstaletypes.internal.guard.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens somebody's statement to what can stand in a log: what is in quotes may be a password or somebody's data, and is left out.
 * Stateless.
 */
final class QueryText {

    private static final int LONGEST = 120;

    /** What is further behind would not be shown anyway. */
    private static final int READ = 2000;

    /** The server cuts a long statement off, so none of them needs to have an end. Names in quotes stay, and may hold the other quote. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<name>\"[^\"]*+(?:\"|$))"
                    + "|(?<comment>--[^\\n]*+|/\\*.*?(?:\\*/|$))"
                    + "|\\b[eE]'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+(?:'|\\\\?$)"
                    + "|(?:'[^']*+(?:'|$))++"
                    + "|\\$(?<tag>\\w*+)\\$.*?(?:\\$\\k<tag>\\$|$)",
            Pattern.DOTALL);

    private QueryText() {}

    /** The statement on one line. */
    static String shown(String query) {
        String read = query.length() <= READ ? query : query.substring(0, READ);
        String line = QUOTED.matcher(read)
                .replaceAll(match -> Matcher.quoteReplacement(shown((Matcher) match)))
                .strip()
                .replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static String shown(Matcher match) {
        if (match.group("name") != null) {
            return match.group();
        }
        return match.group("comment") == null ? "'…'" : " ";
    }
}
