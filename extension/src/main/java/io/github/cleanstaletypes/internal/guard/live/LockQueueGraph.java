package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who waits for whom at one moment. Immutable. */
final class LockQueueGraph {

    private final Map<Integer, QueuedBackend> backends;

    LockQueueGraph(Collection<QueuedBackend> backends) {
        this.backends = backends.stream()
                .filter(backend -> backend.itself().pid() != null)
                .collect(Collectors.toMap(LockQueueGraph::pid, Function.identity(), (one, other) -> one));
    }

    private static Integer pid(QueuedBackend backend) {
        return Objects.requireNonNull(backend.itself().pid());
    }

    @Nullable
    QueuedBackend of(int pid) {
        return backends.get(pid);
    }

    /** Those whom everybody before this one waits for, and who wait for nobody themselves; in a deadlock nobody. */
    List<Holder> roots(QueuedBackend waiter) {
        List<Holder> roots = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Deque<QueuedBackend> next = new ArrayDeque<>(List.of(waiter));
        while (!next.isEmpty()) {
            QueuedBackend one = next.remove();
            for (int before : one.behind()) {
                if (before == 0) {
                    roots.add(prepared(one));
                } else if (seen.add(before)) {
                    QueuedBackend holder = backends.get(before);
                    if (holder != null && holder.waits()) {
                        next.add(holder);
                    } else if (holder != null) {
                        roots.add(holder.itself());
                    }
                }
            }
        }
        return roots;
    }

    private static Holder prepared(QueuedBackend waiter) {
        Holder known = waiter.prepared();
        return known == null ? new Holder(null, null, null, null, true, null, null, null) : known;
    }
}
