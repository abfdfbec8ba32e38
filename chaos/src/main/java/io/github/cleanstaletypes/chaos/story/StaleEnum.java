package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.oracle.EnumType;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.product.Report.Finding;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.testing.TestDatabase;
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
    public Seen play(Stage stage) {
        try (Shop shop = Shop.open(stage)) {
            EnumType left = revertByHalf(shop, stage);
            Failed failed = fail(shop, stage);
            check(shop, stage);
            Finding cleaned = clean(shop, stage);
            shop.migrate("second");
            stage.narrator()
                    .tell(
                            "The migration, started again now, succeeds. The report says how to have back what was removed:");
            undo(cleaned, left, stage);
            return new Seen(failed.error(), shop.rowsBefore(), shop.rowsAfter());
        }
    }

    private static EnumType revertByHalf(Shop shop, Stage stage) {
        shop.database()
                .execute(
                        "CREATE TYPE big AS ENUM ('small', 'it''s medium', 'large \\ huge')",
                        "COMMENT ON TYPE big IS 'how much a customer''s parcels take'",
                        "ALTER TABLE customers ADD COLUMN parcels big",
                        "ALTER TABLE customers DROP COLUMN parcels");
        stage.narrator()
                .tell("Another release had added an enum big and a column of it; reverting it dropped only the column."
                        + " The release after that creates a table big:");
        return EnumType.find("big", shop.database()).orElseThrow(() -> new Inconclusive("There is no enum"));
    }

    private static Failed fail(Shop shop, Stage stage) {
        shop.release("V2__big_table.sql");
        try (MigratorProcess first = shop.start("first")) {
            MigrationOutcome outcome = first.outcome();
            if (outcome instanceof Failed failed && EXPECTED.equals(failed.error())) {
                stage.narrator().show(failed.message());
                return failed;
            }
            throw new Inconclusive("The migrator did not get " + EXPECTED + ": " + outcome);
        }
    }

    private static void check(Shop shop, Stage stage) {
        try (CommandLineRun run = stage.commandLine().start(shop.database(), "check", "--type", "big")) {
            CommandLineResult check = run.result();
            stage.narrator().run(check.command());
            stage.narrator().show(check.out());
            Deviation.unless(check.exit() == 1 && check.out().contains("big"), "big to be found, and exit 1", check);
        }
    }

    /** While an application is connected, which could be about to use the type. */
    private static Finding clean(Shop shop, Stage stage) {
        try (Connection application = shop.database().connect();
                CommandLineRun run = stage.commandLine().startForJson(shop.database(), "clean", "--type", "big")) {
            CommandLineResult clean = run.result();
            List<Finding> found = clean.report().findings("UNUSED_TYPE");
            Deviation.unless(clean.exit() == 0 && found.size() == 1, "one type to be removed, and exit 0", clean);
            Finding finding = found.get(0);
            String healed = stage.server().locksTypes() ? "dropped" : "quarantined";
            Deviation.unless(finding.text("name").filter("big"::equals).isPresent(), "the type to be big", clean);
            Deviation.unless(finding.text("outcome").filter(healed::equals).isPresent(), "outcome " + healed, clean);
            Deviation.unless(EnumType.find("big", shop.database()).isEmpty(), "the name to be free", clean);
            Deviation.unless(application.isValid(0), "the application to be connected still", clean);
            stage.narrator().run(clean.command());
            stage.narrator().show("... \"outcome\":\"%s\" ...".formatted(healed));
            return finding;
        } catch (SQLException e) {
            throw new IllegalStateException("The application had an error", e);
        }
    }

    private static void undo(Finding cleaned, EnumType left, Stage stage) {
        String undo = cleaned.text("undo").orElseThrow(() -> new Deviation("No undo in the report"));
        stage.narrator().show(undo);
        try (TestDatabase other = stage.server().createDatabase()) {
            other.execute(undo);
            Optional<EnumType> again = EnumType.find("big", other);
            Deviation.unless(again.equals(Optional.of(left)), "the undo to make " + left, again);
        }
        stage.narrator().tell("Run in another database, this makes the same enum again.");
    }
}
