package io.github.cleanstaletypes.chaos.bench.measure;

import java.time.Duration;
import java.util.List;

/**
 * A start is drawn as the phases that follow each other.
 *
 * @param of the program
 * @param phases one begins where the one before it ends
 */
public record Waterfall(String of, List<Phase> phases) {

    /** Copies the list. */
    public Waterfall {
        phases = List.copyOf(phases);
    }

    /** Tells when the last phase ends. */
    public Duration end() {
        return phases.get(phases.size() - 1).to();
    }

    /**
     * A part of a start.
     *
     * @param from since the process was started
     * @param classes how many were loaded meanwhile
     * @param shared how many of these came ready from an archive
     */
    public record Phase(String name, Duration from, Duration to, long classes, long shared) {}
}
