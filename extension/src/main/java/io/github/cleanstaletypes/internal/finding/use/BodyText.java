package io.github.cleanstaletypes.internal.finding.use;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names that a function's body may mention, without parsing it: it may be in any language, and hold SQL in strings. What can be
 * read in two ways is read in both. Immutable.
 */
final class BodyText {

    /** Is told each name, folded and cut as the server stores it, and the schema that it is qualified with, or null. */
    interface Reader {
        void name(String name, @Nullable String schema);
    }

    private static final String LETTER = "A-Za-z_\\x80-\\x{10FFFF}";
    private static final Pattern WORD = Pattern.compile("[" + LETTER + "][" + LETTER + "0-9$]*");
    private static final Pattern DOLLARS = Pattern.compile("\\$+");
    private static final Pattern QUALIFIER =
            Pattern.compile("(?:(" + WORD.pattern() + ")|\"((?:[^\"]|\"\")+)\")\\s*\\.\\s*\\z");
    private static final Pattern PLAIN = Pattern.compile("[a-z_\\x80-\\x{10FFFF}][a-z0-9_$\\x80-\\x{10FFFF}]*");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\'])");
    private static final Pattern STRING_MARK = Pattern.compile("['\\\\]");

    /** So many characters of a name in quotes, or of a qualifier, are read: more than the server keeps of any. */
    private static final int LONGEST = 300;

    /** Stands for the place of a name that nothing can qualify. */
    private static final int NOWHERE = -1;

    private final String text;
    private final Set<String> wanted;

    /** @param wanted the only names that are told; what qualifies another is never looked for, which would take long */
    BodyText(String text, Set<String> wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /** Whether the name can be written without quotes. */
    static boolean plain(String name) {
        return PLAIN.matcher(name).matches();
    }

    /** Tells each word, wherever it stands: quotes are not parsed, since an inch sign in a comment must not hide what follows it. */
    void words(Reader reader) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            int start = matcher.start();
            boolean quoted = charAt(start - 1) == '"' && charAt(matcher.end()) == '"';
            tell(fold(word), quoted ? start - 1 : start, reader);
            if (charAt(start - 1) == '\\') {
                // of a string such as E'\tmood'
                tell(fold(word.substring(1)), NOWHERE, reader);
            }
            if (word.indexOf('$') >= 0) {
                // the dollar may end or begin the tag of a string, as in $q$SELECT NULL::mood$q$
                DOLLARS.splitAsStream(word)
                        .forEach(piece -> tell(fold(piece), word.startsWith(piece) ? start : NOWHERE, reader));
            }
        }
    }

    /** Tells each name in double quotes: each quote may be the opening one, and each one after it the closing one. */
    void quotedNames(Reader reader) {
        for (int open = text.indexOf('"'); open >= 0; open = text.indexOf('"', open + 1)) {
            StringBuilder name = new StringBuilder();
            for (int at = open + 1; at < text.length() && name.length() < LONGEST; at++) {
                if (text.charAt(at) == '"') {
                    quotedName(name.toString(), open, reader);
                    if (charAt(++at) != '"') {
                        break;
                    }
                }
                name.append(text.charAt(at));
            }
        }
    }

    private void quotedName(String name, int open, Reader reader) {
        tell(name, open, reader);
        if (name.contains("''")) {
            // within a string
            tell(name.replace("''", "'"), open, reader);
        }
        if (name.indexOf('\\') >= 0) {
            // within a string such as E'...'
            tell(ESCAPED.matcher(name).replaceAll("$1"), open, reader);
        }
    }

    private void tell(String name, int start, Reader reader) {
        String stored = stored(name);
        if (wanted.contains(stored)) {
            reader.name(stored, qualifier(start));
        }
    }

    private @Nullable String qualifier(int end) {
        if (end == NOWHERE) {
            return null;
        }
        Matcher matcher = QUALIFIER.matcher(text.substring(Math.max(0, end - LONGEST), end));
        if (!matcher.find()) {
            return null;
        }
        String word = matcher.group(1);
        if (word == null && STRING_MARK.matcher(matcher.group(2)).find()) {
            // how it is written within a string cannot be told: it may be any schema
            return null;
        }
        return stored(word != null ? fold(word) : matcher.group(2).replace("\"\"", "\""));
    }

    /** The character there, or a NUL, which no body holds. */
    private char charAt(int at) {
        return at >= 0 && at < text.length() ? text.charAt(at) : '\0';
    }

    /** Cuts a name at 63 bytes, between two characters (of UTF-8, which most databases use). */
    private static String stored(String name) {
        int bytes = 0;
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            int c = name.codePointAt(at);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > 63) {
                return name.substring(0, at);
            }
        }
        return name;
    }

    /** Folds ASCII letters only, as the server does. */
    private static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }
}
