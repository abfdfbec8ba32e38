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
 * nobody takes a guard that waits for a command that must be ended. In {@code application_name} the hash of the guard's {@link LockName}
 * follows, after a blank and {@code @}, if it has one. ASCII, at most 55 bytes, of the 63 that the server keeps. Immutable.
 *
 * @param database the oid of the database that the guard is for
 * @param cluster eight hexadecimal digits that stand for the server's data; a database of another server may have the same oid
 * @param random sixteen hexadecimal digits
 * @param name the hash of the lock's name, or null for a guard without a name; and for one whose environment alone is known
 */
public record GuardToken(
        long database,
        String cluster,
        String random,
        @Nullable String name) {

    /** The variable that a guard's command finds the token in. */
    public static final String VARIABLE = "CLEAN_STALE_TYPES_GUARD";

    private static final String TOKEN = "cst:(\\d{1,10}):([0-9a-f]{8})-([0-9a-f]{16})";

    /** Compiled when a session with a token is met. */
    private static final class OfSession {
        private static final Pattern FORM = Pattern.compile(TOKEN + "(?: @([0-9a-f]{12}))?(?: .*)?");
    }

    /** A token that nobody else has. */
    public static GuardToken create(long database, String cluster, @Nullable LockName name) {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return new GuardToken(database, cluster, HexFormat.of().formatHex(random), name == null ? null : name.hash());
    }

    /** Reads the value of {@link #VARIABLE}; empty if it holds no token. */
    public static Optional<GuardToken> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher form = Pattern.compile(TOKEN).matcher(text);
        return form.matches()
                ? Optional.of(new GuardToken(Long.parseLong(form.group(1)), form.group(2), form.group(3), null))
                : Optional.empty();
    }

    /** Reads the {@code application_name} of a session; empty if it holds no token. */
    public static Optional<GuardToken> ofSession(@Nullable String applicationName) {
        if (applicationName == null || !applicationName.startsWith("cst:")) {
            return Optional.empty();
        }
        Matcher form = OfSession.FORM.matcher(applicationName);
        return form.matches()
                ? Optional.of(
                        new GuardToken(Long.parseLong(form.group(1)), form.group(2), form.group(3), form.group(4)))
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

    /** What the command has in its environment. */
    public String text() {
        return prefix() + random;
    }

    /** How the {@code application_name} of its command's sessions begins. */
    public String applicationName() {
        return text() + (name == null ? "" : " " + mark());
    }

    /** The hash of the name as it stands in {@code application_name}; empty without one. */
    public String mark() {
        return name == null ? "" : "@" + name;
    }

    /** The same guard's, where its name is known to be this. */
    public GuardToken named(@Nullable String hash) {
        return new GuardToken(database, cluster, random, hash);
    }

    /** The {@code application_name} of the session that holds the lock; its lock's name may follow. */
    public String holderName() {
        return "cst-guard:" + database + ":" + cluster + "-" + random;
    }

    /** Reads the {@code application_name} of a session that holds a lock; empty if it holds no token. */
    static Optional<GuardToken> ofHolder(@Nullable String applicationName) {
        return applicationName != null && applicationName.startsWith("cst-guard:")
                ? ofSession(applicationName.replaceFirst("-guard", ""))
                : Optional.empty();
    }

    /** Whether this is a guard of the same database, and of another name. */
    public boolean isNeighbour(GuardToken other) {
        return name != null && other.name != null && prefix().equals(other.prefix()) && !name.equals(other.name);
    }

    /** Whether a session of this name holds the lock of this guard. */
    boolean isOfHolder(@Nullable String applicationName) {
        return applicationName != null
                && (applicationName.equals(holderName()) || applicationName.startsWith(holderName() + " "));
    }
}
