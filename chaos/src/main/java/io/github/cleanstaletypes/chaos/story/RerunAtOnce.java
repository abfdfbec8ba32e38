package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Inconclusive;

/** The next run starts at once, and gets the error that everybody takes for a stale type. */
final class RerunAtOnce implements Act {

    private static final ServerError EXPECTED = new ServerError("23505", "pg_type_typname_nsp_index");

    @Override
    public String title() {
        return "The migration is interrupted, and started again at once";
    }

    @Override
    public Seen play(Stage stage) {
        try (Shop shop = Shop.open(stage);
                Orphan orphan = Orphan.leaveIn(shop, stage)) {
            Failed failed = rerun(shop, orphan);
            stage.narrator()
                    .tell("The next migrator starts at once. Flyway's own lock went with the killed process, so"
                            + " nothing holds it up until it waits for that session; and when that session commits:");
            stage.narrator().show(failed.message());
            shop.migrate("third");
            shop.expectWholeTable();
            stage.narrator()
                    .tell("Nothing is stale: the session left behind has just made the table. A third run succeeds.");
            return new Seen(failed.error(), shop.rowsBefore(), shop.rowsAfter());
        }
    }

    private static Failed rerun(Shop shop, Orphan orphan) {
        try (MigratorProcess second = shop.start("second")) {
            Await.until(
                    "the second migrator waits for the session left behind",
                    () -> shop.sessions().waitsFor(orphan.pid(), "second") || !second.isRunning());
            orphan.finish();
            MigrationOutcome outcome = second.outcome();
            if (outcome instanceof Failed failed && EXPECTED.equals(failed.error())) {
                return failed;
            }
            throw new Inconclusive("The second migrator did not get " + EXPECTED + ": " + outcome);
        }
    }
}
