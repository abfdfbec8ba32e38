package io.github.cleanstaletypes.internal.lock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a part of a database, such as one tenant's schema, that is migrated beside the others. Its key is made of the letters
 * {@code cs} and the first 48 bits of the SHA-256 of the name; these bits, in hexadecimal, stand in tokens. Both are the same in every
 * version. Immutable.
 *
 * @param text the name: case matters
 */
public record LockName(String text) {

    /** ASCII alone: what looks alike in Unicode can be written in more than one way, and would be two names. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.:/-]{1,63}");

    private static final int BITS = 48;
    private static final long LETTERS = 0x6373L << BITS;

    /** @throws IllegalArgumentException if it has not the form of a name */
    public LockName {
        if (!isName(text)) {
            throw new IllegalArgumentException("not the name of a lock");
        }
    }

    /** Tells whether it has from 1 to 63 letters, digits and characters of {@code _.:/-}, all of them ASCII. */
    public static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    /** The key that whoever migrates this part holds alone. */
    public long key() {
        return LETTERS | sha256() >>> (Long.SIZE - BITS);
    }

    /** Twelve hexadecimal digits that stand for the name. */
    public String hash() {
        return hash(key());
    }

    /** The hash of the name that has this key. */
    static String hash(long key) {
        return HexFormat.of().toHexDigits(key, BITS / 4);
    }

    private long sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
