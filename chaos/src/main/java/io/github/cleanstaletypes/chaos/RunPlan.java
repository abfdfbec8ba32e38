package io.github.cleanstaletypes.chaos;

import io.github.cleanstaletypes.chaos.healer.Healer;
import io.github.cleanstaletypes.chaos.healer.Healers;
import io.github.cleanstaletypes.chaos.run.PlannedRun;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import java.util.List;

/**
 * A plan says which scenarios are played, on which servers, with which healers.
 *
 * @param all whether every scenario is played
 * @param scenarios the names of the scenarios otherwise
 * @param healers the names of the healers; none stands for each that a scenario names
 * @param versions majors, such as 18, or versions, such as 18.6; none stands for each that is there
 */
record RunPlan(boolean all, List<String> scenarios, List<String> healers, List<String> versions, long seed) {

    /** A plan asks for something that is not there. */
    static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Impossible(String message) {
            super(message);
        }
    }

    /** Lists its scenarios, also those that cannot be played on this machine. */
    List<Scenario> chosen() {
        return Scenarios.all().stream()
                .filter(scenario -> all || scenarios.contains(scenario.header().name()))
                .toList();
    }

    /**
     * Lists the runs, by scenario, server and healer.
     *
     * @throws Impossible if a name is unknown, or nothing is to be played
     */
    List<PlannedRun> runs(List<Scenario> available, BuildOutput build) {
        expectKnown(
                scenarios,
                Scenarios.all().stream()
                        .map(scenario -> scenario.header().name())
                        .toList(),
                "scenario");
        expectKnown(healers, Healers.all().stream().map(Healer::name).toList(), "healer");
        List<String> servers = servers(build);
        List<PlannedRun> runs = available.stream()
                .flatMap(scenario -> servers.stream()
                        .flatMap(version -> Healers.all().stream()
                                .filter(healer -> scenario.header().healers().contains(healer.name()))
                                .filter(healer -> healers.isEmpty() || healers.contains(healer.name()))
                                .map(healer -> new PlannedRun(scenario, version, healer, seed))))
                .toList();
        if (runs.isEmpty()) {
            throw new Impossible("There is nothing to play: none of these scenarios knows any of these healers.");
        }
        return runs;
    }

    private List<String> servers(BuildOutput build) {
        List<String> there = build.versions();
        if (there.isEmpty()) {
            throw new Impossible("There are no servers in " + build.binaries()
                    + ": run `mvn package` first, or name a directory by --binaries.");
        }
        for (String version : versions) {
            if (there.stream().noneMatch(name -> matches(name, version))) {
                throw new Impossible("No server " + version + ", but: " + String.join(", ", there));
            }
        }
        return there.stream()
                .filter(name -> versions.isEmpty() || versions.stream().anyMatch(version -> matches(name, version)))
                .toList();
    }

    private static boolean matches(String name, String version) {
        return name.equals(version) || name.startsWith(version + ".");
    }

    private static void expectKnown(List<String> asked, List<String> names, String what) {
        for (String name : asked) {
            if (!names.contains(name)) {
                throw new Impossible("No " + what + " " + name + ", but: " + String.join(", ", names));
            }
        }
    }
}
