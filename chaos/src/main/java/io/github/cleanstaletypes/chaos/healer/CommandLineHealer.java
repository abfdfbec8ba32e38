package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.healer.Healing.Found;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.product.JsonReport.Finding;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line's {@code clean} heals, in a process of its own, before the next migration. */
public final class CommandLineHealer implements Healer {

    @Override
    public String name() {
        return "cli";
    }

    @Override
    public boolean isProduct() {
        return true;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        List<String> arguments = new ArrayList<>(List.of("clean", "--type", Expectation.CLAIMED));
        arguments.addAll(incident.expectation().options());
        Timeline.Span running = scene.timeline().begin(Lane.HEALER, String.join(" ", arguments));
        try (CommandLineRun run = scene.commandLine().startForJson(incident.forHealer(scene), arguments)) {
            incident.inFlight().ifPresent(other -> waitOut(scene, run, other));
            CommandLineResult result = run.result();
            running.end();
            Healing healing = healing(result);
            scene.timeline().mark(Lane.HEALER, "exit " + healing.exit() + ": " + healing.inShort());
            return healing;
        }
    }

    /** Makes sure that it names what it waits for before that is let go. */
    private static void waitOut(Scene scene, CommandLineRun run, InFlight other) {
        String pid = Integer.toString(other.pid());
        Await.until("the command line names session " + pid, () -> run.printed().contains(pid) || !run.isRunning());
        Deviation.unless(
                run.isRunning() && run.printed().contains(pid),
                "clean to name and await session " + pid,
                run.printed());
        scene.timeline().mark(Lane.HEALER, "names session " + pid + " and waits");
        other.letGo();
    }

    private static Healing healing(CommandLineResult result) {
        List<Found> found = result.out().isBlank()
                ? List.of()
                : result.report().findings().stream()
                        .map(CommandLineHealer::found)
                        .toList();
        return new Healing(result.exit(), found, result.out() + result.err());
    }

    private static Found found(Finding finding) {
        Optional<String> outcome = finding.text("outcome");
        return new Found(finding.text("code").orElse("?"), outcome.orElse("?"));
    }
}
