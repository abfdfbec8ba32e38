package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.lock.LockHolders;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells who is at work on other parts of the database, under guards of other names, while a guard of a name is at work on its own. All
 * is asked within the transaction at hand. Of one run; not thread-safe.
 */
public final class Neighbours {

    private final Optional<GuardToken> guard;
    private @Nullable GuardToken known;

    /** @param guard the guard whose lock covers the run, if there is one; its name need not be known */
    public Neighbours(Optional<GuardToken> guard) {
        this.guard = guard;
        this.known = guard.filter(token -> token.name() != null).orElse(null);
    }

    /** Which of these are commands of other names, by what their sessions are called. */
    public List<Creator> among(List<Creator> creators, Connection connection) throws SQLException {
        GuardToken own = own(connection);
        return own == null
                ? List.of()
                : creators.stream()
                        .filter(creator -> GuardToken.ofSession(creator.applicationName())
                                .filter(own::isNeighbour)
                                .isPresent())
                        .toList();
    }

    /** The guards that hold the lock together with this run's own, or without it. */
    public List<LockHolder> guards(Connection connection) throws SQLException {
        return LockHolders.within(connection).stream()
                .filter(holder -> !holder.exclusive() && holder.guard().isPresent())
                .filter(holder -> guard.filter(
                                own -> own.random().equals(holder.guard().get().random()))
                        .isEmpty())
                .toList();
    }

    /** Whether it calls itself the command of a guard that has a name, which it may be or not. */
    public static boolean hasName(Creator creator) {
        return GuardToken.ofSession(creator.applicationName())
                .filter(token -> token.name() != null)
                .isPresent();
    }

    /** Only the server knows the name that the guard around this process has. */
    private @Nullable GuardToken own(Connection connection) throws SQLException {
        if (known == null && guard.isPresent()) {
            known = LockHolders.guardWithin(connection, guard.get())
                    .filter(token -> token.name() != null)
                    .orElse(null);
        }
        return known;
    }
}
