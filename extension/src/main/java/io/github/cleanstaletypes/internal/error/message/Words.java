package io.github.cleanstaletypes.internal.error.message;

import java.lang.Character.UnicodeScript;

/** Knows where words end. */
final class Words {

    private Words() {}

    /** Whether this place is in the middle of a word. */
    static boolean cut(String text, int index) {
        return index > 0 && index < text.length() && inWord(text.charAt(index - 1)) && inWord(text.charAt(index));
    }

    /** Whether it is part of a word, in a script that puts blanks between words. */
    static boolean inWord(char c) {
        if (c < 128) {
            return c == '_' || Character.isLetterOrDigit(c);
        }
        return Character.isLetterOrDigit(c)
                && switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> false;
                    default -> true;
                };
    }
}
