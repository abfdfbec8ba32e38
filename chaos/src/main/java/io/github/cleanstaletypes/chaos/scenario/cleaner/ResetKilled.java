package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Deviation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reset is killed while an application connects to the database by its name again and again. Wherever it was, the former database is
 * there under one of its two names with every row; then it is taken back, and works as before.
 *
 * @param way where it is killed
 */
public record ResetKilled(Way way) implements Scenario {

    /** It is killed in one of these. */
    public enum Way {
        /** One statement after the other, from one that the seed chooses. */
        STATEMENTS("reset-killed", "SIGKILL of a reset at one statement after the other", "cli"),
        /** The command that migrates the new database. */
        COMMAND("reset-killed-in-command", "SIGKILL of a reset in the midst of its command", "guard");

        private final String title;
        private final String fault;
        private final String healer;

        Way(String title, String fault, String healer) {
            this.title = title;
            this.fault = fault;
            this.healer = healer;
        }
    }

    /** Lists one for each place. */
    public static List<ResetKilled> all() {
        return Stream.of(Way.values()).map(ResetKilled::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.control(way.title, way.fault).healedBy(way.healer);
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        ResetDatabase reset = ResetDatabase.of(scene);
        try (KnockingApplication application = KnockingApplication.start(scene)) {
            switch (way) {
                case STATEMENTS -> reset.killAtEachStatement();
                case COMMAND -> reset.killInCommand();
            }
            reset.takeBack();
            application.awaitLetIn();
            Deviation.ifAny(application.end());
        }
        reset.dropOthers();
        return new LastingIncident(scene, Expectation.nothing());
    }
}
