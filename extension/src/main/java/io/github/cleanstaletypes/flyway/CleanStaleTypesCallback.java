package io.github.cleanstaletypes.flyway;

import io.github.cleanstaletypes.CleanupReport;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.claim.migration.MigrationScript;
import io.github.cleanstaletypes.report.LogReport;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes, before Flyway migrates, the stale types in the way of pending migrations; and explains a migration that fails.
 *
 * <pre>{@code
 * Flyway flyway = Flyway.configure()
 *         .dataSource(dataSource)
 *         .callbacks(new CleanStaleTypesCallback())
 *         .load();
 * flyway.migrate();
 * }</pre>
 *
 * <p>Or by its name, {@code flyway.callbacks=io.github.cleanstaletypes.flyway.CleanStaleTypesCallback}; or, in Spring Boot, as a bean.
 *
 * <p>It takes the lock that Flyway itself takes, so that nobody is in the middle of a migration, asks Flyway what is pending, and removes
 * by the rules of {@link StaleTypes} what has a name that a pending script will create. Migrations in Java claim nothing, nor does a
 * script after one. It never keeps Flyway from migrating: what it cannot do it says, as a warning to slf4j under this class's name.
 *
 * <p>It works on the connection that Flyway opens for callbacks, which is Flyway's third; it opens none. Stateless between two
 * migrations; can be shared.
 */
public final class CleanStaleTypesCallback implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(CleanStaleTypesCallback.class);

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    /** Never: Flyway's session would be idle in a transaction meanwhile, and hold back what waits for old transactions. */
    @Override
    public boolean canHandleInTransaction(Event event, @Nullable Context context) {
        return false;
    }

    @Override
    public void handle(Event event, Context context) {
        try (MigrationLock lock = MigrationLock.take(context.getConnection(), context.getConfiguration())) {
            if (lock == null) {
                LOG.warn("Nothing was cleaned: another Flyway was migrating this schema for as long as this one waits.");
                return;
            }
            List<MigrationScript> pending = PendingMigrations.of(context.getConfiguration(), context.getConnection());
            if (!pending.isEmpty()) {
                CleanupReport report = StaleTypes.on(context.getConnection())
                        .claimingPending(pending)
                        .clean();
                LogReport.write(report, LOG);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Stale types could not be cleaned; Flyway goes on", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "clean-stale-types";
    }
}
