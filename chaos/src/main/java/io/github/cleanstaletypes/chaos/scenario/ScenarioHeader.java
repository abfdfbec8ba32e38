package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.system.Servers;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/**
 * A header is what lists and reports show of a scenario, and decides where and with which healers it is played.
 *
 * @param name what the command line calls it: small letters, digits and hyphens
 * @param finding the code of the finding that it leads to, or {@code none} for a control that leaves nothing behind
 * @param fault what breaks, in a few words
 * @param healers the names of the healers that it makes sense for
 * @param servers where it is played: if it breaks the server itself, it needs one of its own
 */
public record ScenarioHeader(String name, String finding, String fault, List<String> healers, Servers servers) {

    private static final String NO_FINDING = "none";

    private static final List<String> MOST_HEALERS = List.of("nothing", "folk", "cli", "guard");

    public ScenarioHeader {
        healers = List.copyOf(healers);
    }

    /** Makes the header of a scenario that leads to this finding. */
    public static ScenarioHeader of(String name, FindingCode finding, String fault) {
        return new ScenarioHeader(name, finding.name(), fault, MOST_HEALERS, Servers.SHARED);
    }

    /** Makes the header of a scenario that leaves nothing behind. */
    public static ScenarioHeader control(String name, String fault) {
        return new ScenarioHeader(name, NO_FINDING, fault + ", as a control", MOST_HEALERS, Servers.SHARED);
    }

    /** Returns the same for a scenario that makes sense for these healers only. */
    public ScenarioHeader healedBy(String... others) {
        return new ScenarioHeader(name, finding, fault, List.of(others), servers);
    }

    /** Returns the same for a scenario that needs a server of its own. */
    public ScenarioHeader onOwnServer() {
        return new ScenarioHeader(name, finding, fault, healers, Servers.OWN);
    }

    /** Returns the same for a scenario that needs a primary and its standby. */
    public ScenarioHeader withStandby() {
        return new ScenarioHeader(name, finding, fault, healers, Servers.WITH_STANDBY);
    }

    /** Tells whether it leads to no finding. */
    public boolean isControl() {
        return finding.equals(NO_FINDING);
    }
}
