package io.github.cleanstaletypes.flyway;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The statement at which a migration failed. Flyway tells of it when the statement fails, and no more when the migration has failed; both
 * happen in the thread that migrates.
 */
final class LastFailure {

    /**
     * A statement that failed.
     *
     * @param sql its text
     * @param error the server's error, or null if this Flyway does not show it: 13 does, earlier ones do not
     */
    record Failed(String sql, @Nullable SQLException error) {}

    private static final ThreadLocal<Failed> LAST = new ThreadLocal<>();

    private LastFailure() {}

    static void keep(Context context) {
        Statement statement = context.getStatement();
        if (statement != null) {
            List<Error> errors = statement.getErrors();
            boolean shown = errors != null && !errors.isEmpty();
            LAST.set(new Failed(statement.getSql(), shown ? error(errors.get(0)) : null));
        }
    }

    /** The statement, which is forgotten by this. */
    static Optional<Failed> take() {
        Optional<Failed> failed = Optional.ofNullable(LAST.get());
        LAST.remove();
        return failed;
    }

    private static SQLException error(Error error) {
        return new SQLException(error.getMessage(), error.getState());
    }
}
