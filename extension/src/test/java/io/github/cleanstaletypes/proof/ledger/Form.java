package io.github.cleanstaletypes.proof.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a statement of the program is but for what differs from database to database: constants, numbers, names and the length of lists.
 *
 * @param name what its leading comment says
 * @param shape the rest, where {@code ?} stands for a value and {@code x} for a name
 */
record Form(String name, String shape) {

    private static final Pattern NAMED =
            Pattern.compile("\\s*/\\* clean-stale-types:(\\w+) \\*/\\s*(.*)", Pattern.DOTALL);

    private static final Pattern TOKEN = Pattern.compile(
            "(?<gap>\\s+|--[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<value>[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$|\\$\\d+"
                    + "|(?<![\\w$])\\d+(?:\\.\\d+)?)"
                    + "|(?<quoted>\"(?:[^\"]|\"\")*+\")|(?<word>[\\w\\x80-\\xff][\\w$\\x80-\\xff]*)",
            Pattern.DOTALL);

    private static final Pattern VALUES = Pattern.compile("\\?(?: ?, ?\\?)+");
    private static final Pattern PATH = Pattern.compile("\\bx(?:\\.x)+\\b");
    private static final Pattern NAMES = Pattern.compile("\\bx(?: ?, ?x)+\\b(?!::|\\()");
    private static final Pattern CALLS = Pattern.compile("(x\\([^()]*\\))(?: ?, ?\\1)+");
    private static final String UNION = " UNION ALL ";

    /**
     * The forms of a statement; none if no comment of the program's leads it. One that is put together of members has a form for each.
     *
     * @param fixed which statements hold no name of anybody's, so that each word of theirs counts
     */
    static List<Form> of(String statement, Set<String> fixed) {
        Matcher named = NAMED.matcher(statement);
        if (!named.matches()) {
            return List.of();
        }
        boolean keepsNames = fixed.contains(named.group(1));
        String shape = TOKEN.matcher(named.group(2))
                .replaceAll(token -> Matcher.quoteReplacement(reduced(token.group(), (Matcher) token, keepsNames)))
                .replaceAll(" +", " ")
                .strip();
        shape = VALUES.matcher(shape).replaceAll("?, ...");
        if (keepsNames) {
            return List.of(new Form(named.group(1), shape));
        }
        String folded = NAMES.matcher(PATH.matcher(shape).replaceAll("x")).replaceAll("x, ...");
        return Stream.of(CALLS.matcher(folded).replaceAll("$1, ...").split(UNION, -1))
                .map(member -> new Form(named.group(1), member))
                .toList();
    }

    /** The server writes a name that it has not quoted in lower case, and the program its keywords in upper case. */
    private static String reduced(String text, Matcher token, boolean keepsNames) {
        if (token.group("gap") != null) {
            return " ";
        }
        if (token.group("value") != null) {
            return "?";
        }
        if (keepsNames || token.group("word") != null && text.equals(upper(text))) {
            return text;
        }
        return "x";
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
