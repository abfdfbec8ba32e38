package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.ArrayList;
import java.util.List;

/** Two cleaners are at one stale type at once; a third comes later and finds nothing to do. */
public final class TwoCleaners implements Scenario {

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "two-cleaners", FindingCode.UNUSED_TYPE, "two cleaners at one stale type at once, as a control")
                .healedBy("cli");
    }

    @Override
    public Incident begin(Scene scene) {
        StaleType stale = StaleType.leaveIn(scene);
        List<String> clean = new ArrayList<>(StaleType.CLEAN);
        try (CommandLineRun one = scene.commandLine().startForJson(scene.database(), clean);
                CommandLineRun other = scene.commandLine().startForJson(scene.database(), clean)) {
            scene.timeline().mark(Lane.HEALER, "two start at once");
            expectDone(one.result());
            expectDone(other.result());
        }
        stale.expectNothingElseLost();
        Deviation.unless(
                scene.database().holds("pg_catalog.to_regtype('accounts_user') IS NULL"),
                "the name to be free",
                "it is not");
        // on a server that does not lock types the last one drops what the others could only rename
        return new LastingIncident(
                scene, Expectation.nothing().endingIn(Ending.anyhow()).allowing(StaleType.names(scene.database())));
    }

    private static void expectDone(CommandLineResult result) {
        Deviation.unless(result.exit() == 0, "exit status 0 of both", result);
    }
}
