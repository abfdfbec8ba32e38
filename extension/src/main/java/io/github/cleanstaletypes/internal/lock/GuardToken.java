package io.github.cleanstaletypes.internal.lock;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells one guard's sessions from every other's. The command has it in its environment and in the {@code application_name} of its
 * sessions, in the form {@code cst:DATABASE:CLUSTER-RANDOM}; the session that holds the lock has the form {@code cst-guard:…}, so that
 * nobody takes a guard that waits for a command that must be ended. ASCII, under 50 bytes, of the 63 that the server keeps. Immutable.
 *
 * @param database the oid of the database that the guard is for
 * @param cluster eight hexadecimal digits that stand for the server's data; a database of another server may have the same oid
 * @param random sixteen hexadecimal digits
 */
public record GuardToken(long database, String cluster, String random) {

    /** The variable that a guard's command finds the token in. */
    public static final String VARIABLE = "CLEAN_STALE_TYPES_GUARD";

    private static final Pattern FORM = Pattern.compile("cst:(\\d{1,10}):([0-9a-f]{8})-([0-9a-f]{16})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A token that nobody else has. */
    public static GuardToken create(long database, String cluster) {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return new GuardToken(database, cluster, HexFormat.of().formatHex(random));
    }

    /** Reads the value of {@link #VARIABLE}; empty if it holds no token. */
    public static Optional<GuardToken> parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                ? Optional.of(new GuardToken(Long.parseLong(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** The token of the guard that this process descends from; empty without one. */
    public static Optional<GuardToken> inherited() {
        return parse(System.getenv(VARIABLE));
    }

    /** How {@link #text()} begins for every guard of this database. */
    public String prefix() {
        return "cst:" + database + ":" + cluster + "-";
    }

    /** What the command has. */
    public String text() {
        return prefix() + random;
    }

    /** The {@code application_name} of the session that holds the lock. */
    public String holderName() {
        return "cst-guard:" + database + ":" + cluster + "-" + random;
    }
}
