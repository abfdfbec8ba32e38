package io.github.cleanstaletypes.internal.error.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Decides between messages of which each is found in the same part of a line: the one of which most is fixed text is meant. */
final class Overlaps {

    private static final Comparator<Found> BEST_FIRST = Comparator.comparingInt(
                    (Found found) -> -found.template().fixedLength())
            .thenComparingInt(found -> found.start() - found.end())
            .thenComparing(found -> found.template().message())
            .thenComparing(found -> found.template().language());

    private Overlaps() {}

    /** The messages that are meant, in the order of the line. */
    static List<Found> resolved(Collection<Found> found) {
        List<Found> meant = new ArrayList<>();
        List<Found> group = new ArrayList<>();
        int end = 0;
        for (Found one :
                found.stream().sorted(Comparator.comparingInt(Found::start)).toList()) {
            if (one.start() >= end) {
                meant.addAll(best(group));
                group.clear();
            }
            group.add(one);
            end = Math.max(end, one.end());
        }
        meant.addAll(best(group));
        return meant;
    }

    /** The messages that are meant of a few which overlap: to compare each with all others of a long line would take for ever. */
    private static List<Found> best(List<Found> group) {
        List<Found> best = new ArrayList<>();
        group.stream()
                .filter(one -> group.stream().noneMatch(other -> swallows(one, other)))
                .sorted(BEST_FIRST)
                .filter(one -> best.stream().noneMatch(better -> overlap(one, better)))
                .forEach(best::add);
        best.sort(Comparator.comparingInt(Found::start));
        return best;
    }

    /** Whether what looks like an argument of this one is where another message begins, or is another place of the same message. */
    private static boolean swallows(Found one, Found other) {
        if (one.equals(other)) {
            return false;
        }
        if (!one.template().equals(other.template())) {
            return one.inArgument(other.start())
                    && other.end() >= one.end()
                    && (other.quotesArePaired() || !one.quotesArePaired());
        }
        // the later beginning counts; and the earlier end, unless the message's last words stand there twice, one after
        // the other
        return (one.end() == other.end() && one.start() < other.start())
                || (one.start() == other.start()
                        && one.end() > other.end()
                        && one.starts().get(one.template().last()) != other.end());
    }

    private static boolean overlap(Found one, Found other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
