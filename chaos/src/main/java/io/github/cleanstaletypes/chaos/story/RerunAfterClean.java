package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.product.JsonReport.Finding;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import java.util.List;
import java.util.function.Predicate;

/** Before the next run the command line names the session that was left behind, and waits for its end. */
final class RerunAfterClean implements Act {

    private static final String STATEMENT = "CREATE TABLE IF NOT EXISTS big";
    private static final List<String> CLEAN = List.of("clean", "--type", "big", "--creators-wait", "60s");

    @Override
    public String title() {
        return "The migration is interrupted, and clean runs before it is started again";
    }

    @Override
    public Observation play(Scene scene, Narrator narrator) {
        try (Shop shop = Shop.open(scene, narrator);
                KilledMigrator killed = shop.killInLongMigration()) {
            waitOut(killed, scene, narrator);
            // before the migration runs again: so it was the session left behind that made it, and nobody ended it
            shop.expectWholeTable();
            shop.migrate("second");
            narrator.tell("The migration, started again now, succeeds.");
            return new Observation(null, shop.rowsBefore(), shop.rowsAfter());
        }
    }

    /** Cleans twice side by side, as two replicas would: for a person, and for a program. */
    private static void waitOut(KilledMigrator killed, Scene scene, Narrator narrator) {
        SessionView look = new SessionView(scene.database());
        CommandLineJar commandLine = scene.commandLine();
        try (CommandLineRun text = commandLine.start(scene.database(), CLEAN);
                CommandLineRun json = commandLine.startForJson(scene.database(), CLEAN)) {
            expectNamedAndWaiting(text, killed);
            expectNamedAndWaiting(json, killed);
            if (!look.isActive(killed.pid())) {
                throw new Inconclusive("The session left behind had ended before clean could wait for it");
            }
            killed.close();
            CommandLineResult forPerson = expectDone(text.result(), look, killed);
            narrator.run(forPerson.command());
            narrator.show(forPerson.out());
            expectWaited(expectDone(json.result(), look, killed), killed);
        }
    }

    private static void expectNamedAndWaiting(CommandLineRun clean, KilledMigrator killed) {
        Await.until("clean names the session left behind", () -> names(clean, killed) || !clean.isRunning());
        Deviation.unless(
                names(clean, killed) && clean.isRunning(),
                "clean to name pid " + killed.pid() + " and to wait",
                clean.printed());
    }

    private static boolean names(CommandLineRun clean, KilledMigrator killed) {
        String printed = clean.printed();
        return printed.contains(Integer.toString(killed.pid())) && printed.contains(STATEMENT);
    }

    private static CommandLineResult expectDone(CommandLineResult clean, SessionView look, KilledMigrator killed) {
        Deviation.unless(clean.exit() == 0, "clean to exit with 0", clean);
        Deviation.unless(!look.isActive(killed.pid()), "that session to have ended", clean);
        return clean;
    }

    private static void expectWaited(CommandLineResult clean, KilledMigrator killed) {
        List<Finding> creations = clean.report().findings("UNCOMMITTED_CREATION");
        Deviation.unless(creations.size() == 1, "one open creation", clean);
        Finding creation = creations.get(0);
        Predicate<String> isPid = Integer.toString(killed.pid())::equals;
        Predicate<String> isStatement = query -> query.contains(STATEMENT);
        Deviation.unless(creation.evidence("pid").filter(isPid).isPresent(), "pid " + killed.pid(), clean);
        Deviation.unless(creation.evidence("age_seconds").isPresent(), "an age", clean);
        Deviation.unless(creation.evidence("query").filter(isStatement).isPresent(), "its statement", clean);
        Deviation.unless(creation.text("outcome").filter("waited"::equals).isPresent(), "outcome waited", clean);
    }
}
