package io.github.cleanstaletypes.internal.error.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads objects as loggers and languages print them: JSON, JavaScript's and Python's notation, Go's and Rust's structs; also one that is
 * cut off. What is no object is passed over. Not thread-safe.
 */
public final class FieldScanner {

    private final String text;
    private final List<Fields> objects = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final Deque<Fields> open = new ArrayDeque<>();
    private int at;
    private int begin = -1;
    private int end;
    private boolean whole = true;

    private FieldScanner(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Scans from the first brace at or behind this place to the one that closes it, or to the end. */
    public static FieldScanner scan(String text, int from) {
        FieldScanner scanner = new FieldScanner(text, Math.max(0, text.indexOf('{', from)));
        if (text.indexOf('{', from) >= 0) {
            scanner.run();
        } else {
            scanner.begin = text.length();
            scanner.end = text.length();
            scanner.whole = false;
        }
        return scanner;
    }

    /** Reads one value: without its quotes and escapes, or up to a comma; an empty text if there is none. */
    public static String value(String written) {
        String value = scan("{v: " + written + "}", 0).objects().get(0).get("v");
        return value == null ? "" : value;
    }

    /** The objects, an outer one before the ones in it. */
    public List<Fields> objects() {
        return objects;
    }

    /** Each text that is a value of something, in the order in which they stand. */
    public List<String> strings() {
        return strings;
    }

    /** Where the outermost object begins. */
    public int begin() {
        return begin;
    }

    /** Behind the brace that closes it. */
    public int end() {
        return end;
    }

    /** Whether the outermost object was closed. */
    public boolean isWhole() {
        return whole;
    }

    private void run() {
        begin = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{') {
                at++;
                Fields fields = new Fields();
                objects.add(fields);
                open.push(fields);
            } else if (c == '}') {
                at++;
                open.pop();
                if (open.isEmpty()) {
                    end = at;
                    return;
                }
            } else if (isQuote(c)) {
                member(quoted());
            } else if (Character.isLetter(c) || c == '_') {
                member(word());
            } else {
                at++;
            }
        }
        end = at;
        whole = false;
    }

    /** What was read is a field's name if a sign for that comes next, else a value in a list. */
    private void member(String name) {
        int before = at;
        skipBlanks();
        boolean arrow = text.startsWith("=>", at);
        boolean sign = at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=');
        if (!sign || text.startsWith("::", at)) {
            at = before;
            strings.add(name);
            return;
        }
        at += arrow ? 2 : 1;
        skipBlanks();
        readValue(name);
    }

    private void readValue(String name) {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (c == '{' || c == '[') {
            return;
        }
        if (isQuote(c)) {
            set(name, quoted());
            return;
        }
        int start = at;
        String word = word();
        if (!word.isEmpty() && at < text.length() && text.charAt(at) == '(') {
            at++;
            readValue(name);
            return;
        }
        if (!word.isEmpty() && at < text.length() && isQuote(text.charAt(at)) && word.length() == 1) {
            // Python's b'…' and r'…'
            set(name, quoted());
            return;
        }
        at = start;
        set(name, bare());
    }

    private void set(String name, String value) {
        Fields fields = open.peek();
        if (fields != null) {
            fields.put(name, value);
        }
        strings.add(value);
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Go prints texts without quotes: up to the next field's name, a comma or a closing brace. */
    private String bare() {
        int start = at;
        while (at < text.length() && ",})]".indexOf(text.charAt(at)) < 0 && !nextName()) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == ')' || text.charAt(at) == ']')) {
            int stop = at++;
            return text.substring(start, stop).strip();
        }
        return text.substring(start, at).strip();
    }

    private boolean nextName() {
        if (text.charAt(at) != ' ' || at + 1 >= text.length() || !Character.isUpperCase(text.charAt(at + 1))) {
            return false;
        }
        int i = at + 1;
        while (i < text.length() && Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == ':' && i + 1 < text.length() && text.charAt(i + 1) != ' ';
    }

    private String quoted() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && at < text.length()) {
                escape(value);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private void escape(StringBuilder value) {
        char c = text.charAt(at++);
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'b', 'f' -> value.append(' ');
            case 'u' -> unicode(value);
            default -> value.append(c);
        }
    }

    private void unicode(StringBuilder value) {
        try {
            value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
            at += 4;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            value.append("\\u");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }
}
