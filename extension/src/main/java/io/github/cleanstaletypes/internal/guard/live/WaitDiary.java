package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which waits are told and when, and keeps them for the report: one that lasts, again when it changes, again after a while, and
 * its end. Not thread-safe.
 */
final class WaitDiary {

    /** In a report: a command that waits for one after another for hours would fill it. */
    private static final int MOST = 100;

    private final LiveLimits limits;
    private final Map<Integer, Told> told = new HashMap<>();
    private final List<CommandWait> seen = new ArrayList<>();

    WaitDiary(LiveLimits limits) {
        this.limits = limits;
    }

    private record Told(CommandWait what, Duration at) {}

    /**
     * Takes down what is being waited for at one moment.
     *
     * @param now this moment, by a clock that starts anywhere
     * @return the lines that are to be told
     */
    List<String> noted(List<CommandWait> waits, Duration now) {
        List<CommandWait> lasting = waits.stream()
                .filter(wait -> wait.seen().waited().compareTo(limits.lasting()) >= 0)
                .toList();
        List<String> lines = new ArrayList<>(over(lasting));
        for (CommandWait wait : lasting) {
            if (wait.ending()) {
                continue;
            }
            keep(wait);
            Told before = told.get(wait.seen().session());
            boolean fresh = before == null || !before.what().sameAs(wait);
            if (fresh || now.minus(Objects.requireNonNull(before).at()).compareTo(limits.again()) >= 0) {
                lines.add(WaitWords.of(wait));
                told.put(wait.seen().session(), new Told(wait, now));
            }
        }
        return lines;
    }

    /** Whether a wait is being told at this moment. */
    boolean waiting() {
        return !told.isEmpty();
    }

    List<SeenWait> seen() {
        return seen.stream().map(CommandWait::seen).toList();
    }

    private List<String> over(List<CommandWait> lasting) {
        Set<Integer> waiting =
                lasting.stream().map(wait -> wait.seen().session()).collect(Collectors.toSet());
        Set<Integer> gone = new HashSet<>(told.keySet());
        gone.removeAll(waiting);
        return gone.stream()
                .map(told::remove)
                .filter(Objects::nonNull)
                .map(one -> WaitWords.over(latest(one.what())))
                .toList();
    }

    private SeenWait latest(CommandWait wait) {
        return seen.stream().filter(wait::sameAs).findFirst().orElse(wait).seen();
    }

    private void keep(CommandWait wait) {
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).sameAs(wait)) {
                seen.set(i, wait);
                return;
            }
        }
        if (seen.size() < MOST) {
            seen.add(wait);
        }
    }
}
