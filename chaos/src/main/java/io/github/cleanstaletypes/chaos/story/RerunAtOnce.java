package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;

/** The next run starts at once, and gets the error that everybody takes for a stale type. */
final class RerunAtOnce implements Act {

    @Override
    public String title() {
        return "The migration is interrupted, and started again at once";
    }

    @Override
    public Observation play(Scene scene, Narrator narrator) {
        try (Shop shop = Shop.open(scene, narrator);
                KilledMigrator killed = shop.killInLongMigration()) {
            Failed failed = rerun(shop, killed);
            narrator.tell("The next migrator starts at once. Flyway's own lock went with the killed process, so"
                    + " nothing holds it up until it waits for that session; and when that session commits:");
            narrator.show(failed.message());
            shop.migrate("third");
            shop.expectWholeTable();
            narrator.tell("Nothing is stale: the session left behind has just made the table. A third run succeeds.");
            return new Observation(failed.error(), shop.rowsBefore(), shop.rowsAfter());
        }
    }

    private static Failed rerun(Shop shop, KilledMigrator killed) {
        SessionView look = new SessionView(shop.database());
        try (MigratorProcess second = shop.start("second")) {
            Await.until(
                    "the second migrator waits for the session left behind",
                    () -> look.waitingFor(killed.pid(), "second") > 0 || !second.isRunning());
            killed.close();
            MigrationOutcome outcome = second.outcome();
            if (outcome instanceof Failed failed && ServerError.NAME_TAKEN.equals(failed.error())) {
                return failed;
            }
            throw new Inconclusive("The second migrator did not get " + ServerError.NAME_TAKEN + ": " + outcome);
        }
    }
}
