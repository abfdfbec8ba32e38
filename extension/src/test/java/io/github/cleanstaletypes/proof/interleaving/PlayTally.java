package io.github.cleanstaletypes.proof.interleaving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts interleavings by protocol. Not thread-safe. */
final class PlayTally {

    private static final int SHOWN = 20;

    private final Map<String, Map<String, Long>> parts = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** There are so many more. */
    void there(String part, long count) {
        count(part, "all", count);
    }

    void passed(String part) {
        count(part, "played", 1);
        count(part, "passed", 1);
    }

    void failed(String part, String fault) {
        count(part, "played", 1);
        count(part, "passed", 0);
        if (faults.size() < SHOWN) {
            System.out.println("interleaving that failed: " + fault);
            faults.add(fault);
        }
    }

    void add(PlayTally other) {
        other.parts.forEach((part, counts) -> counts.forEach((name, count) -> count(part, name, count)));
        faults.addAll(other.faults);
    }

    private void count(String part, String name, long count) {
        Map<String, Long> counts = parts.computeIfAbsent(part, p -> {
            Map<String, Long> none = new LinkedHashMap<>();
            List.of("passed", "played", "all").forEach(each -> none.put(each, 0L));
            return none;
        });
        counts.merge(name, count, Long::sum);
    }

    long passed() {
        return sum("passed");
    }

    long played() {
        return sum("played");
    }

    long all() {
        return sum("all");
    }

    private long sum(String name) {
        return parts.values().stream()
                .mapToLong(counts -> counts.getOrDefault(name, 0L))
                .sum();
    }

    Map<String, Map<String, Long>> parts() {
        return parts;
    }

    List<String> faults() {
        return faults;
    }
}
