package io.github.cleanstaletypes.internal.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an advisory lock of this project's: a session, or a transaction that was prepared. Immutable.
 *
 * @param pid the backend, or null if it is a prepared transaction
 * @param gid the prepared transaction's name, or null if it is a session
 * @param key the lock's key
 * @param exclusive whether it is held alone, and not in the mode that several can hold at a time
 * @param name the hash of the name whose key it holds besides, alone; null for none
 * @param role who logged in or prepared, or null if unknown
 * @param applicationName what the client calls itself, or null
 * @param client the client's address, or null if it is local or not visible to this role
 * @param since for how long it is connected or prepared, or null if that is not visible to this role
 */
public record LockHolder(
        @Nullable Integer pid,
        @Nullable String gid,
        long key,
        boolean exclusive,
        @Nullable String name,
        @Nullable String role,
        @Nullable String applicationName,
        @Nullable String client,
        @Nullable Duration since) {

    /** Whether it holds what a guard holds: the database's key alone, or together with others, and then a name's key alone. */
    boolean isGuard() {
        return exclusive || name != null;
    }

    /** The guard that it calls itself, if it holds what a guard holds. */
    public Optional<GuardToken> guard() {
        return isGuard() ? GuardToken.ofHolder(applicationName) : Optional.empty();
    }

    /** All of them in one line; says so if there is none any more. */
    public static String inWords(List<LockHolder> holders) {
        return holders.isEmpty()
                ? "nobody any more"
                : holders.stream().map(LockHolder::inWords).collect(Collectors.joining("; "));
    }

    /** One line, such as {@code session 4711 of app, from 10.0.0.7, cst-guard:16384:…, connected for 12 s}. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        words.add(what() + (role == null ? "" : " of " + role));
        if (key == AdvisoryLock.WAITING) {
            words.add("which waits for the whole database");
        }
        if (client != null) {
            words.add("from " + client);
        }
        if (applicationName != null && !applicationName.isEmpty()) {
            words.add(applicationName);
        }
        words.add(
                since == null
                        ? "more is not visible to this role"
                        : (gid == null ? "connected" : "prepared") + " for " + since.toSeconds() + " s");
        return String.join(", ", words);
    }

    private String what() {
        if (gid != null) {
            return "prepared transaction '" + gid.replace("'", "''") + "'";
        }
        return pid == null ? "a prepared transaction" : "session " + pid;
    }
}
