package io.github.cleanstaletypes.testcontainers;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.text.LogReport;
import io.github.cleanstaletypes.report.CleanupReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** What a container does about stale types when it starts. */
final class ContainerCleaning {

    private ContainerCleaning() {}

    static CleanupReport of(
            JdbcDatabaseContainer<?> container, UnaryOperator<StaleTypes> how, boolean reused, Logger log) {
        try (Connection connection = container.createConnection("")) {
            CleanupReport report = how.apply(StaleTypes.on(connection)).clean();
            if (reused && report.cleaned() > 0) {
                log.info(
                        "The last run left {} in this reused container.",
                        report.cleaned() == 1 ? "something stale" : report.cleaned() + " stale things");
            }
            LogReport.write(report, Audience.LIBRARY, log);
            return report;
        } catch (SQLException e) {
            throw new ContainerLaunchException(
                    "The database in the container cannot be cleaned: it cannot be reached", e);
        }
    }
}
