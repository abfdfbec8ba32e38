package io.github.cleanstaletypes.flyway;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Error;
import org.flywaydb.core.api.callback.Statement;

/**
 * The error of the statement at which a migration failed. Flyway tells of it when the statement fails, and no more when the migration
 * has failed; both happen in the thread that migrates.
 */
final class LastError {

    private final ThreadLocal<SQLException> last = new ThreadLocal<>();

    void keep(Context context) {
        Statement statement = context.getStatement();
        List<Error> errors = statement == null ? null : statement.getErrors();
        if (errors != null && !errors.isEmpty()) {
            Error error = errors.get(0);
            last.set(new SQLException(error.getMessage(), error.getState()));
        }
    }

    /** The error, which is forgotten by this. */
    Optional<SQLException> take() {
        Optional<SQLException> error = Optional.ofNullable(last.get());
        last.remove();
        return error;
    }
}
