package io.github.cleanstaletypes.internal.connect.setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a process was given: its variables, and from them the user and the user's home.
 *
 * <p>A lambda or {@code Map::get} makes one for a test; everything the package reads goes through it, apart from the
 * files that it leads to. Can be shared between threads if {@link #get} can.
 */
@FunctionalInterface
public interface Environment {

    /** The value of a variable, or null if it is not set. */
    @Nullable
    String get(String name);

    /** The environment of this process. */
    static Environment system() {
        return System::getenv;
    }

    /**
     * The directory that holds {@code .pgpass}, {@code .pg_service.conf} and {@code .postgresql}: {@code HOME}, else the
     * home of the account, as in libpq.
     */
    default Path home() {
        String home = get("HOME");
        String account = System.getProperty("user.home", "");
        try {
            return Path.of(home == null || home.isEmpty() ? account : home);
        } catch (InvalidPathException e) {
            // without a locale Java has no names that are more than ASCII
            return Path.of(account);
        }
    }

    /** The name of the account, libpq's default user; null where there is none, as in a container without passwd. */
    default @Nullable String osUser() {
        String user = System.getProperty("user.name", "");
        return user.isEmpty() || user.equals("?") ? null : user;
    }
}
