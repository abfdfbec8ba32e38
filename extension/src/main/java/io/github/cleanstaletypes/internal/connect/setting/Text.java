package io.github.cleanstaletypes.internal.connect.setting;

/** Makes text that others wrote fit to be shown. */
public final class Text {

    private Text() {}

    /** The text with every control character, line breaks too, as an escape. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isUnprintable(c)) {
                line.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
