package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;

/** The cleaner is killed at its statements, until one gets to its end. */
public final class CleanerKilled implements Scenario {

    private static final int STRIDE = 6;

    /** It never sends so many: a kill with this number means that it does not come to an end. */
    private static final int LIMIT = 200;

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "cleaner-killed",
                        FindingCode.UNUSED_TYPE,
                        "SIGKILL of the cleaner in the middle of its work, at one statement after the other")
                .healedBy("cli");
    }

    @Override
    public Incident begin(Scene scene) {
        StaleType stale = StaleType.leaveIn(scene);
        SessionView look = new SessionView(scene.database());
        new KilledAtStatements(
                        "The cleaner",
                        STRIDE,
                        LIMIT,
                        database -> scene.commandLine().startForJson(database, StaleType.CLEAN))
                .play(scene, () -> {
                    Await.until(
                            "the dead cleaner's session is gone",
                            () -> look.of("healer").isEmpty());
                    stale.expectNothingElseLost();
                    stale.again();
                });
        return stale.incident();
    }
}
