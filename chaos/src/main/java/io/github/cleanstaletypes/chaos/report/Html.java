package io.github.cleanstaletypes.chaos.report;

import java.util.Locale;

/** A page grows by what is added. All that is not markup of this program is escaped. */
public final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Adds markup, with these texts in the places of {@code %s}; numbers are written as they are. */
    public Html add(String markup, Object... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = texts[i] instanceof Number number ? number : escape(texts[i].toString());
        }
        page.append(String.format(Locale.ROOT, markup, escaped)).append('\n');
        return this;
    }

    /** Adds markup as it is. */
    public Html raw(String markup) {
        page.append(markup).append('\n');
        return this;
    }

    /** Returns a text as markup that shows it. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
