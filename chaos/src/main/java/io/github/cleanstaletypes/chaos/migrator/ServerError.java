package io.github.cleanstaletypes.chaos.migrator;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * An error as the server reported it, in the parts that no language changes.
 *
 * @param constraint the constraint that was violated, if the error is about one
 */
public record ServerError(String sqlState, @Nullable String constraint) {

    /** A CREATE gets this after it has waited for another one of the same name, which has committed. */
    public static final ServerError NAME_TAKEN = new ServerError("23505", "pg_type_typname_nsp_index");

    /** Finds the first error of a server that this exception leads to, by its causes and by the chain of JDBC. */
    public static Optional<ServerError> in(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(thrown);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            ServerErrorMessage message = next instanceof PSQLException error ? error.getServerErrorMessage() : null;
            if (message != null && message.getSQLState() != null) {
                return Optional.of(new ServerError(message.getSQLState(), message.getConstraint()));
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof SQLException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return constraint == null ? sqlState : sqlState + " " + constraint;
    }
}
