package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.InProcess;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Unmeasurable;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.junit.CleanStaleTypes;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A class of tests whose database is well, run by JUnit's launcher in this program. */
final class HealthyClass {

    private final Launcher launcher = LauncherFactory.create();
    private final Ground ground;

    HealthyClass(Ground ground) {
        this.ground = ground;
    }

    /** A user writes a class of tests like this one. */
    @CleanStaleTypes
    static class Tests {

        @Test
        void is_run() {}
    }

    Contender on(Database database) {
        return () -> InProcess.cost(ground.meter(), () -> run(database));
    }

    void run(Database database) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Tests.class))
                .configurationParameter(
                        "cleanstaletypes.database-url", ground.metered(database).jdbcUrl("bench"))
                .configurationParameter("cleanstaletypes.names", "accounts_user")
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        launcher.execute(request, summary);
        if (summary.getSummary().getTestsSucceededCount() != 1) {
            throw new Unmeasurable("The class failed: "
                    + summary.getSummary().getFailures().stream()
                            .map(failure -> failure.getException().toString())
                            .toList());
        }
    }
}
