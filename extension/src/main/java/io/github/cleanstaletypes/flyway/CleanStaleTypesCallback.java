package io.github.cleanstaletypes.flyway;

import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.explain.ExplanationException;
import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import io.github.cleanstaletypes.internal.text.LogReport;
import io.github.cleanstaletypes.report.CleanupReport;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;
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
 * CleanStaleTypesCallback.migrate(flyway);
 * }</pre>
 *
 * <p>Or by its name, {@code flyway.callbacks=io.github.cleanstaletypes.flyway.CleanStaleTypesCallback}; or, in Spring Boot 4,
 * as a bean. Before Flyway 12 it must not be one: Spring looks at all methods of a bean, and two of these have a parameter of a type that
 * came with 12. There a bean {@code FlywayConfigurationCustomizer} adds it.
 *
 * <p>It takes the lock that Flyway itself takes, so that nobody is in the middle of a migration, asks Flyway what is pending, and removes
 * by the rules of {@link io.github.cleanstaletypes.StaleTypes} what has a name that a pending script will create. Migrations in Java claim nothing, nor does a
 * script after one. It never keeps Flyway from migrating: what it cannot do it says, as a warning to slf4j under this class's name. There
 * it also explains a statement that fails for a reason of this family. A Flyway before 13 does not show callbacks the error: then it says
 * what has the names that the statement wants.
 *
 * <p>It works on the connection that Flyway opens for callbacks, which is Flyway's third; it opens none. Keeps nothing beyond a
 * migration; can be shared.
 */
public final class CleanStaleTypesCallback implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(CleanStaleTypesCallback.class);

    /**
     * Migrates, and attaches an explanation to a failure as a suppressed {@link ExplanationException}: a callback cannot, since Flyway
     * shows it no exception. In Spring Boot: {@code @Bean FlywayMigrationStrategy explaining() { return CleanStaleTypesCallback::migrate; }}
     *
     * @throws FlywayException as {@link Flyway#migrate()} does
     */
    public static MigrateResult migrate(Flyway flyway) {
        try {
            return flyway.migrate();
        } catch (FlywayException e) {
            try {
                Cleaner.in(flyway.getConfiguration().getDataSource())
                        .explain(e)
                        .ifPresent(
                                explanation -> e.addSuppressed(new ExplanationException(explanation, Audience.FLYWAY)));
            } catch (RuntimeException unexplained) {
                e.addSuppressed(unexplained);
            }
            throw e;
        }
    }

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return switch (event) {
            case BEFORE_MIGRATE, AFTER_EACH_MIGRATE_STATEMENT_ERROR, AFTER_MIGRATE_ERROR -> true;
            default -> false;
        };
    }

    /** Never: Flyway's session would be idle in a transaction meanwhile, and hold back what waits for old transactions. */
    @Override
    public boolean canHandleInTransaction(Event event, @Nullable Context context) {
        return false;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            switch (event) {
                case BEFORE_MIGRATE ->
                    AnswerLimit.within(
                            context.getConnection(), AnswerLimit.LONGEST, "Flyway's own connection", connection -> {
                                clean(context);
                                return connection;
                            });
                case AFTER_EACH_MIGRATE_STATEMENT_ERROR -> LastFailure.keep(context);
                case AFTER_MIGRATE_ERROR -> explain(context);
                default -> {
                    // not asked for
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("Stale types could not be looked for; Flyway goes on", e);
        }
    }

    private void clean(Context context) throws SQLException {
        LastFailure.take();
        try (FlywayLock lock = FlywayLock.take(context.getConnection(), context.getConfiguration())) {
            if (lock == null) {
                LOG.warn(
                        "Nothing was cleaned: another Flyway was migrating this schema for as long as this one waits.");
                return;
            }
            List<MigrationScript> pending = PendingMigrations.of(context.getConfiguration(), context.getConnection());
            if (!pending.isEmpty()) {
                CleanupReport report = Cleaner.on(context.getConnection())
                        .claimingPending(pending)
                        .clean();
                LogReport.write(report, Audience.FLYWAY, LOG);
            }
        }
    }

    private void explain(Context context) {
        LastFailure.take().ifPresent(failed -> explain(failed, Cleaner.on(context.getConnection())));
    }

    private static void explain(LastFailure.Failed failed, Cleaner types) {
        if (failed.error() != null) {
            types.explain(failed.error())
                    .ifPresent(explanation -> LOG.error(
                            "{}", Audience.FLYWAY.words(String.join("\n", ExplanationLines.of(explanation)))));
            return;
        }
        // without the error, what can be said is what has the names that the statement wants
        List<MigrationScript> statement = List.of(new MigrationScript("the statement that failed", failed.sql()));
        LogReport.write(types.claimingPending(statement).check(), Audience.FLYWAY, LOG);
    }

    @Override
    public String getCallbackName() {
        return "clean-stale-types";
    }
}
