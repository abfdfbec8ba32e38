package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.ddl.SettingCopy;
import io.github.cleanstaletypes.internal.reset.form.value.RoleSetting;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which settings this role can set, by setting each in the database that has it, in a transaction that is rolled back. Rights to
 * set are the server's own matter: parameters of extensions, privileges on parameters, administrators of roles, managed services. Stateless.
 */
final class SettingTrial {

    private SettingTrial() {}

    /** The settings, each with its obstacle. */
    static List<RoleSetting> of(Connection maintenance, String database, List<RoleSetting> settings)
            throws SQLException {
        if (settings.isEmpty()) {
            return settings;
        }
        return Transaction.TRIAL.run(maintenance, c -> {
            List<RoleSetting> tried = new ArrayList<>();
            for (RoleSetting setting : settings) {
                tried.add(setting.facing(obstacle(c, database, setting)));
            }
            return tried;
        });
    }

    private static @Nullable String obstacle(Connection connection, String database, RoleSetting setting)
            throws SQLException {
        String role = setting.role() == null ? "" : setting.role();
        if (!RawText.exact(role + setting.name() + setting.value())) {
            return "it is no text in the encoding of the database from which it would be set";
        }
        Savepoint before = connection.setSavepoint();
        try {
            SettingCopy.onto(connection, database, setting);
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException e) {
            if (!refused(e)) {
                throw e;
            }
            connection.rollback(before);
            // the server's words may hold the value, which may be a secret
            return SqlStates.insufficientPrivilege(e)
                    ? "this role may not set it (SQLSTATE 42501)"
                    : "the server does not take it now (SQLSTATE " + SqlStates.of(e) + ")";
        }
    }

    /** Class 42 is about names and rights, 22 and 55P02 about values and parameters; 25006 is a session that may not write. */
    private static boolean refused(SQLException e) {
        String state = SqlStates.of(e);
        return state.startsWith("42")
                || state.startsWith("22")
                || List.of("55P02", SqlStates.READ_ONLY_SQL_TRANSACTION).contains(state);
    }
}
