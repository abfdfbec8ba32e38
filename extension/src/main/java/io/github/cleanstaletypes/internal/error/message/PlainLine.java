package io.github.cleanstaletypes.internal.error.message;

/**
 * A line as messages are compared with it: each blank is a space, be it a line's end or one that does not break, and no quote has a
 * backslash in front, which JSON and the string literals of most languages put there. It knows where each character was.
 */
final class PlainLine {

    private final String original;
    private final String text;
    private final int[] positions;

    private PlainLine(String original, String text, int[] positions) {
        this.original = original;
        this.text = text;
        this.positions = positions;
    }

    static PlainLine of(String line) {
        StringBuilder text = new StringBuilder(line.length());
        int[] positions = new int[line.length() + 1];
        for (int i = 0; i < line.length(); i++) {
            if (!escapes(line, i)) {
                positions[text.length()] = i;
                text.append(plain(line.charAt(i)));
            }
        }
        positions[text.length()] = line.length();
        return new PlainLine(line, text.toString(), positions);
    }

    /** The character as it is compared. */
    static char plain(char c) {
        return c == '\u00a0' || c == '\u202f' || (c < ' ' && Character.isWhitespace(c)) ? ' ' : c;
    }

    private static boolean escapes(String line, int index) {
        int end = index;
        while (end < line.length() && line.charAt(end) == '\\') {
            end++;
        }
        return end > index && end < line.length() && line.charAt(end) == '"';
    }

    String text() {
        return text;
    }

    /** Where the part that begins here begins in the line. */
    int start(int index) {
        return positions[index];
    }

    /** Where the part that ends here ends in the line, exclusive. */
    int end(int index) {
        return index == 0 ? 0 : positions[index - 1] + 1;
    }

    /** What really stands there. */
    String original(int start, int end) {
        return original.substring(start(start), end(end));
    }
}
