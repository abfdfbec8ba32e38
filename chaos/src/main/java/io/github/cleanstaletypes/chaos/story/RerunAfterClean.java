package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.product.CommandLine;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.product.Report.Finding;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.List;
import java.util.function.Predicate;

/** Before the next run the command line names the session that was left behind, and waits for its end. */
final class RerunAfterClean implements Act {

    private static final String STATEMENT = "CREATE TABLE IF NOT EXISTS big";
    private static final String[] CLEAN = {"clean", "--type", "big", "--creators-wait", "60s"};

    @Override
    public String title() {
        return "The migration is interrupted, and clean runs before it is started again";
    }

    @Override
    public Seen play(Stage stage) {
        try (Shop shop = Shop.open(stage);
                Orphan orphan = Orphan.leaveIn(shop, stage)) {
            waitOut(shop, orphan, stage);
            // before the migration runs again: so it was the session left behind that made it, and nobody ended it
            shop.expectWholeTable();
            shop.migrate("second");
            stage.narrator().tell("The migration, started again now, succeeds.");
            return new Seen(null, shop.rowsBefore(), shop.rowsAfter());
        }
    }

    /** Cleans twice side by side, as two replicas would: for a person, and for a program. */
    private static void waitOut(Shop shop, Orphan orphan, Stage stage) {
        CommandLine commandLine = stage.commandLine();
        try (CommandLineRun text = commandLine.start(shop.database(), CLEAN);
                CommandLineRun json = commandLine.startForJson(shop.database(), CLEAN)) {
            expectNamedAndWaiting(text, orphan);
            expectNamedAndWaiting(json, orphan);
            if (!shop.sessions().isActive(orphan.pid())) {
                throw new Inconclusive("The session left behind had ended before clean could wait for it");
            }
            orphan.finish();
            CommandLineResult forPerson = expectDone(text.result(), shop, orphan);
            stage.narrator().run(forPerson.command());
            stage.narrator().show(forPerson.out());
            expectWaited(expectDone(json.result(), shop, orphan), orphan);
        }
    }

    private static void expectNamedAndWaiting(CommandLineRun clean, Orphan orphan) {
        Await.until("clean names the session left behind", () -> names(clean, orphan) || !clean.isRunning());
        Deviation.unless(
                names(clean, orphan) && clean.isRunning(),
                "clean to name pid " + orphan.pid() + " and to wait",
                clean.printed());
    }

    private static boolean names(CommandLineRun clean, Orphan orphan) {
        String printed = clean.printed();
        return printed.contains(Integer.toString(orphan.pid())) && printed.contains(STATEMENT);
    }

    private static CommandLineResult expectDone(CommandLineResult clean, Shop shop, Orphan orphan) {
        Deviation.unless(clean.exit() == 0, "clean to exit with 0", clean);
        Deviation.unless(!shop.sessions().isActive(orphan.pid()), "that session to have ended", clean);
        return clean;
    }

    private static void expectWaited(CommandLineResult clean, Orphan orphan) {
        List<Finding> creations = clean.report().findings("UNCOMMITTED_CREATION");
        Deviation.unless(creations.size() == 1, "one open creation", clean);
        Finding creation = creations.get(0);
        Predicate<String> isPid = Integer.toString(orphan.pid())::equals;
        Predicate<String> isStatement = query -> query.contains(STATEMENT);
        Deviation.unless(creation.evidence("pid").filter(isPid).isPresent(), "pid " + orphan.pid(), clean);
        Deviation.unless(creation.evidence("age_seconds").isPresent(), "an age", clean);
        Deviation.unless(creation.evidence("query").filter(isStatement).isPresent(), "its statement", clean);
        Deviation.unless(creation.text("outcome").filter("waited"::equals).isPresent(), "outcome waited", clean);
    }
}
