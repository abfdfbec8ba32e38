package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.healer.Healing.Found;
import io.github.cleanstaletypes.chaos.migrator.MigratorOutput;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.product.CommandLineResult;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command line's {@code guard} runs the next migration, a process of its own; as many at once as there are
 * replicas. No name is given to it: what is in the way, the migration's error tells.
 */
public final class GuardHealer implements Healer {

    /** Such a line says what an error of the command is about, by the code of a finding. */
    private static final Pattern EXPLAINED =
            Pattern.compile("^(?:guard: )?([A-Z]+(?:_[A-Z]+)+)\\b.*$", Pattern.MULTILINE);

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public boolean isProduct() {
        return true;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        List<String> command = MigratorProcess.command(
                "next", scene.database(), incident.expectation().next());
        List<String> options = incident.expectation().options();
        String typed = "guard %s -- the next migration".formatted(String.join(" ", options));
        Timeline.Span running = scene.timeline()
                .begin(Lane.HEALER, incident.replicas() == 1 ? typed : incident.replicas() + " at once: " + typed);
        List<CommandLineRun> guards = new ArrayList<>();
        try {
            for (int i = 0; i < incident.replicas(); i++) {
                guards.add(scene.commandLine()
                        .startGuard(incident.forHealer(scene), options, command, JavaProcess.classPath()));
            }
            incident.inFlight().ifPresent(other -> waitOut(scene, guards, other));
            Healing healing =
                    healing(guards.stream().map(CommandLineRun::result).toList());
            running.end();
            scene.timeline().mark(Lane.HEALER, "exit " + healing.exit() + ": " + healing.inShort());
            return healing;
        } finally {
            guards.forEach(CommandLineRun::close);
        }
    }

    /** Makes sure that one of them names it before it is let go. */
    private static void waitOut(Scene scene, List<CommandLineRun> guards, InFlight other) {
        String pid = Integer.toString(other.pid());
        Await.until(
                "a guard names session " + pid,
                () -> named(guards, pid) || guards.stream().noneMatch(CommandLineRun::isRunning));
        Deviation.unless(
                named(guards, pid),
                "a guard to name session " + pid,
                guards.stream().map(CommandLineRun::printed).toList());
        scene.timeline().mark(Lane.HEALER, "names session " + pid);
        other.letGo();
    }

    private static boolean named(List<CommandLineRun> guards, String pid) {
        return guards.stream().anyMatch(guard -> guard.printed().contains(pid));
    }

    /** Takes the worst of them. */
    private static Healing healing(List<CommandLineResult> results) {
        CommandLineResult worst = results.stream()
                .filter(result -> result.exit() != 0)
                .findFirst()
                .orElse(results.get(0));
        Optional<ServerError> error = worst.exit() == 0 ? Optional.empty() : MigratorOutput.error(worst.out());
        String all = results.stream().map(CommandLineResult::err).collect(Collectors.joining());
        return new Healing(worst.exit(), found(all), inShort(all) + "\n" + worst.err())
                .with(new Healing.OwnMigration(error));
    }

    /** Finds what it explains, and what it makes of that. */
    private static List<Found> found(String words) {
        return EXPLAINED
                .matcher(words)
                .results()
                .map(line -> new Found(line.group(1), nextStep(line.group())))
                .toList();
    }

    private static String nextStep(String line) {
        if (line.endsWith("setting it aside and trying again")) {
            return "set aside, and tried again";
        }
        return line.endsWith("trying again") ? "tried again" : "explained";
    }

    /** Says it in short where it had nothing to explain. */
    private static String inShort(String words) {
        return words.lines()
                .filter(line -> line.contains("predecessors are gone"))
                .findFirst()
                .orElse("guard: nothing had to be done");
    }
}
