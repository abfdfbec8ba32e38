package io.github.cleanstaletypes.internal.sql;

import java.nio.charset.StandardCharsets;

/** The length that a server gives to names. Stateless. */
public final class StoredName {

    /** {@code NAMEDATALEN - 1} of a server as it is distributed, in bytes. */
    public static final int LONGEST = 63;

    private StoredName() {}

    /** The text as the server stores it, if it speaks UTF-8: cut so that no character is cut in two. */
    public static String cut(String text) {
        StringBuilder name = new StringBuilder();
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
            name.appendCodePoint(c);
        }
        return name.toString();
    }
}
