package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.oracle.Inventory.Part;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.product.JsonReport.Finding;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A release was reverted by half: the column is gone, its enum is not, and has the name of a table to come. */
final class StaleEnum implements Act {

    private static final ServerError EXPECTED = new ServerError("42710", null);

    @Override
    public String title() {
        return "A half-reverted release left an enum where the table is to be";
    }

    @Override
    public Observation play(Scene scene, Narrator narrator) {
        try (Shop shop = Shop.open(scene, narrator)) {
            Part left = revertByHalf(shop, narrator);
            Failed failed = fail(shop, narrator);
            check(scene, narrator);
            Finding cleaned = clean(scene, narrator);
            shop.migrate("second");
            narrator.tell(
                    "The migration, started again now, succeeds. The report says how to have back what was removed:");
            undo(cleaned, left, scene, narrator);
            return new Observation(failed.error(), shop.rowsBefore(), shop.rowsAfter());
        }
    }

    private static Part revertByHalf(Shop shop, Narrator narrator) {
        shop.database()
                .execute(
                        "CREATE TYPE big AS ENUM ('small', 'it''s medium', 'large \\ huge')",
                        "COMMENT ON TYPE big IS 'how much a customer''s parcels take'",
                        "ALTER TABLE customers ADD COLUMN parcels big",
                        "ALTER TABLE customers DROP COLUMN parcels");
        narrator.tell("Another release had added an enum big and a column of it; reverting it dropped only the column."
                + " The release after that creates a table big:");
        return theEnum(shop.database()).orElseThrow(() -> new Inconclusive("There is no enum"));
    }

    private static Failed fail(Shop shop, Narrator narrator) {
        shop.release("V2__big_table.sql");
        try (MigratorProcess first = shop.start("first")) {
            MigrationOutcome outcome = first.outcome();
            if (outcome instanceof Failed failed && EXPECTED.equals(failed.error())) {
                narrator.show(failed.message());
                return failed;
            }
            throw new Inconclusive("The migrator did not get " + EXPECTED + ": " + outcome);
        }
    }

    private static void check(Scene scene, Narrator narrator) {
        try (CommandLineRun run = scene.commandLine().start(scene.database(), List.of("check", "--type", "big"))) {
            CommandLineResult check = run.result();
            narrator.run(check.command());
            narrator.show(check.out());
            Deviation.unless(check.exit() == 1 && check.out().contains("big"), "big to be found, and exit 1", check);
        }
    }

    /** Cleans while an application is connected, which could be about to use the type. */
    private static Finding clean(Scene scene, Narrator narrator) {
        try (Connection application = scene.database().connect("application");
                CommandLineRun run =
                        scene.commandLine().startForJson(scene.database(), List.of("clean", "--type", "big"))) {
            CommandLineResult clean = run.result();
            List<Finding> found = clean.report().findings("UNUSED_TYPE");
            Deviation.unless(clean.exit() == 0 && found.size() == 1, "one type to be removed, and exit 0", clean);
            Finding finding = found.get(0);
            String healed = scene.locksTypes() ? "dropped" : "quarantined";
            Deviation.unless(finding.text("name").filter("big"::equals).isPresent(), "the type to be big", clean);
            Deviation.unless(finding.text("outcome").filter(healed::equals).isPresent(), "outcome " + healed, clean);
            Deviation.unless(
                    scene.database().holds("pg_catalog.to_regtype('big') IS NULL"), "the name to be free", clean);
            Deviation.unless(application.isValid(0), "the application to be connected still", clean);
            narrator.run(clean.command());
            narrator.show("... \"outcome\":\"%s\" ...".formatted(healed));
            return finding;
        } catch (SQLException e) {
            throw new IllegalStateException("The application had an error", e);
        }
    }

    private static void undo(Finding cleaned, Part left, Scene scene, Narrator narrator) {
        String undo = cleaned.text("undo").orElseThrow(() -> new Deviation("No undo in the report"));
        narrator.show(undo);
        String name = scene.database().name() + "_undone";
        Database other = scene.database().sibling(name);
        scene.database().execute("CREATE DATABASE " + name + " TEMPLATE template0");
        try {
            other.execute(undo);
            Optional<Part> again = theEnum(other);
            Deviation.unless(again.equals(Optional.of(left)), "the undo to make " + left, again);
        } finally {
            scene.database().execute("DROP DATABASE " + name);
        }
        narrator.tell("Run in another database, this makes the same enum again.");
    }

    private static Optional<Part> theEnum(Database database) {
        return Optional.ofNullable(Inventory.of(database).parts().get("type public.big"));
    }
}
