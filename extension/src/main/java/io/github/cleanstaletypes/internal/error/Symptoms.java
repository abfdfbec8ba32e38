package io.github.cleanstaletypes.internal.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers errors from all sources of a log, in the order in which they began. Not thread-safe. */
final class Symptoms {

    private static final int MOST = 60;
    private static final int HELD = 200;

    private record Placed(long position, Symptom symptom) {}

    private final List<Placed> placed = new ArrayList<>();
    private long count;

    /** The place of what begins now. */
    long next() {
        return count++;
    }

    void add(long position, Symptom symptom) {
        if (placed.size() < HELD && placed.stream().noneMatch(known -> known.symptom.equals(symptom))) {
            placed.add(new Placed(position, symptom));
        }
    }

    /** What was added last turned out to be no failure. */
    void forgetLast() {
        if (!placed.isEmpty()) {
            placed.remove(placed.size() - 1);
        }
    }

    /** What was found, each once: where two tell the same, the one that tells more of it. */
    Optional<Failure> failure() {
        List<Symptom> symptoms = new ArrayList<>();
        placed.sort(Comparator.comparingLong(Placed::position));
        for (Placed next : placed) {
            int same = same(symptoms, next.symptom);
            if (same >= 0) {
                symptoms.set(same, symptoms.get(same).with(next.symptom));
            } else if (symptoms.size() < MOST) {
                symptoms.add(next.symptom);
            }
        }
        return symptoms.isEmpty() ? Optional.empty() : Optional.of(new Failure(symptoms));
    }

    private static int same(List<Symptom> symptoms, Symptom symptom) {
        for (int i = 0; i < symptoms.size(); i++) {
            if (symptoms.get(i).covers(symptom) || symptom.covers(symptoms.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
