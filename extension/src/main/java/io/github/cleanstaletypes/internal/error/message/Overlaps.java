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
        found.stream()
                .filter(one -> found.stream().noneMatch(other -> swallows(one, other)))
                .sorted(BEST_FIRST)
                .filter(one -> meant.stream().noneMatch(better -> overlap(one, better)))
                .forEach(meant::add);
        meant.sort(Comparator.comparingInt(Found::start));
        return meant;
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
        // a name can have the message's own words at its edge: then they stand there twice, one after the other
        return (one.start() == other.start()
                        && one.end() > other.end()
                        && one.starts().get(one.template().last()) != other.end())
                || (one.end() == other.end() && one.start() < other.start() && one.argumentStart(0) != other.start());
    }

    private static boolean overlap(Found one, Found other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
