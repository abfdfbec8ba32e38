package io.github.cleanstaletypes.finding;

import io.github.cleanstaletypes.catalog.FunctionBodies;
import io.github.cleanstaletypes.catalog.FunctionBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that function bodies mention. A body leaves no trace in {@code pg_depend}, so a word that reads like a type's name counts as
 * a use, wherever it stands: in code, in a string that is executed, in a comment. Immutable.
 *
 * <p>A word is found without parsing quotes (an inch sign in a comment must not hide what follows it), and a quoted name by starting at
 * each double quote.
 */
final class Mentions {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_\\x80-\\x{10FFFF}][A-Za-z0-9_$\\x80-\\x{10FFFF}]*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");
    private static final Pattern QUALIFIER =
            Pattern.compile("(?:(" + WORD.pattern() + ")|\"((?:[^\"]|\"\")+)\")\\s*\\.\\s*\\z");
    private static final Pattern PLAIN = Pattern.compile("[a-z_\\x80-\\x{10FFFF}][a-z0-9_$\\x80-\\x{10FFFF}]*");
    private static final int LONGEST_QUALIFIER = 300;

    private record Mention(FunctionBody body, @Nullable String schema) {}

    private final Set<String> keywords;
    private final Map<String, List<Mention>> words = new HashMap<>();
    private final Map<String, List<Mention>> quoted = new HashMap<>();

    /** @param wanted the names that will be asked for; no other is kept */
    Mentions(FunctionBodies bodies, Set<String> wanted) {
        this.keywords = bodies.keywords();
        for (FunctionBody body : bodies.bodies()) {
            gatherWords(body, wanted);
            gatherQuoted(body, wanted);
        }
    }

    /**
     * The functions whose bodies mention a type.
     *
     * @param schema the type's schema: a qualified mention counts only for it
     * @param name the type's name, or its array's, or its multirange's
     */
    Set<String> of(String schema, String name) {
        Set<String> functions = new LinkedHashSet<>();
        List<Mention> found = new ArrayList<>(quoted.getOrDefault(name, List.of()));
        if (PLAIN.matcher(name).matches() && !keywords.contains(name)) {
            found.addAll(words.getOrDefault(name, List.of()));
        }
        for (Mention mention : found) {
            if (mention.schema() == null || mention.schema().equals(schema)) {
                functions.add("body of " + mention.body().description());
            }
        }
        return functions;
    }

    private void gatherWords(FunctionBody body, Set<String> wanted) {
        Matcher matcher = WORD.matcher(body.text());
        while (matcher.find()) {
            keep(words, fold(matcher.group()), body, matcher.start(), wanted);
        }
    }

    private void gatherQuoted(FunctionBody body, Set<String> wanted) {
        Matcher matcher = QUOTED.matcher(body.text());
        // each quote may be the opening one
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            keep(quoted, unquote(matcher.group(1)), body, matcher.start(), wanted);
        }
    }

    private static void keep(
            Map<String, List<Mention>> into, String name, FunctionBody body, int start, Set<String> wanted) {
        if (wanted.contains(name)) {
            into.computeIfAbsent(name, key -> new ArrayList<>()).add(new Mention(body, qualifier(body.text(), start)));
        }
    }

    private static @Nullable String qualifier(String text, int start) {
        Matcher matcher = QUALIFIER.matcher(text.substring(Math.max(0, start - LONGEST_QUALIFIER), start));
        if (!matcher.find()) {
            return null;
        }
        String word = matcher.group(1);
        return word != null ? fold(word) : unquote(matcher.group(2));
    }

    private static String unquote(String inner) {
        return inner.replace("\"\"", "\"");
    }

    /** ASCII only, as the server folds. */
    private static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }
}
