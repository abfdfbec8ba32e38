package io.github.cleanstaletypes.chaos.bench.measure;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement was sent by these messages.
 *
 * @param sql its text
 * @param messages in their order
 */
public record SentStatement(String sql, List<Message> messages) {

    private static final Pattern PRODUCTS = Pattern.compile("\\s*/\\* clean-stale-types:(\\S+) \\*/.*", Pattern.DOTALL);

    private static final int WORDS = 30;

    /** Tells whether the product sends it. */
    boolean isProducts() {
        return PRODUCTS.matcher(sql).matches();
    }

    /** Returns the name that it has in the product, or the first of its words. */
    String name() {
        Matcher matcher = PRODUCTS.matcher(sql);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        String words = sql.strip().replaceAll("\\s+", " ");
        return words.length() > WORDS ? words.substring(0, WORDS) + "…" : words;
    }

    /**
     * A client's message.
     *
     * @param type its letter
     * @param body what follows its length
     */
    public record Message(char type, ByteBuffer body) {

        byte[] bytes() {
            byte[] bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }
    }
}
