package io.github.cleanstaletypes.chaos.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Rounds, in each of which all contenders have run once, one after another: what else goes on at this machine meets all of them.
 *
 * @param all the rounds
 */
public record Rounds(List<Round> all) {

    /**
     * One round.
     *
     * @param costs of each contender, by its name
     */
    public record Round(Map<String, Cost> costs) {

        /** Returns what this contender's run has cost. */
        public Cost of(String contender) {
            Cost cost = costs.get(contender);
            if (cost == null) {
                throw new IllegalArgumentException("No " + contender + " among " + costs.keySet());
            }
            return cost;
        }
    }

    /** Copies the list. */
    public Rounds {
        all = List.copyOf(all);
    }

    /** A contender runs once. */
    @FunctionalInterface
    public interface Contender {

        /** Runs, and tells what that has cost. */
        Cost run();
    }

    /**
     * Lets the contenders run in turn: A B A B, so that what changes meanwhile changes for both.
     *
     * @param warmUps how many rounds come before, which fill caches and do not count
     */
    public static Rounds play(int warmUps, int rounds, Map<String, Contender> contenders) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < warmUps + rounds; i++) {
            Map<String, Cost> costs = new LinkedHashMap<>();
            contenders.forEach((name, contender) -> costs.put(name, contender.run()));
            if (i >= warmUps) {
                all.add(new Round(costs));
            }
        }
        return new Rounds(all);
    }

    /** Names the contenders, in their turn. */
    public Set<String> contenders() {
        return all.get(0).costs.keySet();
    }

    /** Estimates a number that each round tells: a ratio within a round is not troubled by a machine that changes its pace. */
    public Estimate estimate(ToDoubleFunction<Round> number) {
        return Estimate.of(all.stream().map(number::applyAsDouble).toList());
    }

    /** Estimates a number of one contender. */
    public Estimate estimate(String contender, ToDoubleFunction<Cost> number) {
        return estimate(round -> number.applyAsDouble(round.of(contender)));
    }
}
