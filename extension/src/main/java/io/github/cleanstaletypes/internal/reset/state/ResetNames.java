package io.github.cleanstaletypes.internal.reset.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells which names databases have beside one that is reset. Each ends with a number of the server's, by which it proves itself: what only
 * resembles it is somebody else's. Immutable.
 *
 * @param database the database that is reset
 */
public record ResetNames(String database) {

    /** The server cuts what is longer (manual, section 4.1.1). */
    private static final int LONGEST = 63;

    private static final int HASH_DIGITS = 8;

    /** The letters {@code cr} before 48 bits of the name's hash: a key that no other lock of this project has. */
    private static final long LETTERS = 0x6372L << 48;

    /** What the new database is called until it takes the name of the present one. */
    public String unfinished(long oidOfPresent) {
        return with("_new_" + oidOfPresent);
    }

    /** What a database is called that once had the name. */
    public String setAside(long ownOid) {
        return with("_old_" + ownOid);
    }

    /** The key of the advisory lock of whoever resets it; made of the name, since another database has it afterwards. */
    public long lockKey() {
        return LETTERS | ByteBuffer.wrap(sha256()).getLong() >>> 16;
    }

    /** Two long names may begin alike, and the set-aside database of one must not be taken for that of the other. */
    private String with(String end) {
        if (bytes(database + end) <= LONGEST) {
            return database + end;
        }
        String hash = "_" + HexFormat.of().formatHex(sha256(), 0, HASH_DIGITS / 2);
        return cut(LONGEST - bytes(hash + end)) + hash + end;
    }

    private String cut(int longest) {
        int end = database.length();
        while (bytes(database.substring(0, end)) > longest) {
            end = database.offsetByCodePoints(end, -1);
        }
        return database.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(database.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
