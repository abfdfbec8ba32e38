package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a session of the command waits for. Immutable.
 *
 * @param seen what the report says of it
 * @param through the backend before it that waits for the holder in its turn; null if the holder is straight before it
 * @param others how many more hold it up
 * @param flyway whether the holder is a session in which Flyway holds its lock
 */
record CommandWait(SeenWait seen, @Nullable Integer through, int others, boolean flyway) {

    /**
     * Each wait of some of the command's sessions.
     *
     * @param all of its sessions
     */
    static List<CommandWait> of(
            List<CommandSession> sessions, List<CommandSession> all, LockQueueGraph graph, int attempt) {
        Set<Integer> own = all.stream().map(CommandSession::pid).collect(Collectors.toSet());
        return sessions.stream()
                .map(session -> of(session, graph, own, attempt))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<CommandWait> of(
            CommandSession session, LockQueueGraph graph, Set<Integer> own, int attempt) {
        QueuedBackend waiter = graph.of(session.pid());
        if (waiter == null || waiter.lock() == null || waiter.on() == null) {
            return Optional.empty();
        }
        List<Holder> roots = graph.roots(waiter);
        Holder holder = roots.isEmpty() ? null : roots.get(0);
        Integer pid = holder == null ? null : holder.pid();
        boolean straight = waiter.behind().contains(pid == null ? Integer.valueOf(0) : pid);
        QueuedBackend root = pid == null ? null : graph.of(pid);
        SeenWait seen = new SeenWait(
                attempt,
                session.pid(),
                session.certain(),
                waiter.lock(),
                waiter.on(),
                waiter.waited(),
                holder,
                pid != null && own.contains(pid));
        return Optional.of(new CommandWait(
                seen,
                straight || waiter.behind().isEmpty() ? null : waiter.behind().get(0),
                Math.max(0, roots.size() - 1),
                root != null && root.flyway()));
    }

    /** Whether nobody holds it up any more: its holder was gone when it was asked for. */
    boolean ending() {
        return seen.holder() == null && through == null;
    }

    /** Whether it is the same wait for the same holder. */
    boolean sameAs(CommandWait other) {
        return seen.session() == other.seen.session()
                && seen.lock().equals(other.seen.lock())
                && seen.on().equals(other.seen.on())
                && Objects.equals(holder(), other.holder())
                && Objects.equals(through, other.through);
    }

    private @Nullable Object holder() {
        Holder holder = seen.holder();
        return holder == null ? null : holder.pid() == null ? holder.gid() : holder.pid();
    }
}
