package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches a command's sessions each time that it runs, and keeps what they have waited for. Can be shared between threads. */
public final class CommandWatch {

    private final GuardConnections connections;
    private final Narrator narrator;
    private final LiveLimits limits;
    private final Duration interval;
    private final List<SeenWait> seen = new ArrayList<>();

    /** @param heartbeat how often a guard looks after its lock: so often it looks here, too, if not more seldom than usual */
    public CommandWatch(GuardConnections connections, Narrator narrator, LiveLimits limits, Duration heartbeat) {
        this.connections = connections;
        this.narrator = narrator;
        this.limits = limits;
        this.interval = heartbeat.compareTo(limits.look()) < 0 ? heartbeat : limits.look();
    }

    /** All that the command was seen to wait for, in all of its runs that are over. */
    public synchronized List<SeenWait> seen() {
        return List.copyOf(seen);
    }

    /**
     * Watches a command that is about to start, until its end. Nothing is watched behind a pooler, where nobody can
     * tell whose a session is, and inside another guard, which watches itself.
     *
     * @param silence for how long nothing has come on its standard error; null if that is not read
     */
    public LiveWatch of(GuardToken token, boolean inside, Supplier<@Nullable Duration> silence, int attempt) {
        boolean watched = !inside && !connections.pooled();
        return new LiveWatch(
                opening(token), token, narrator, limits, silence, attempt, watched ? interval : null, this::keep);
    }

    private LiveWatch.Opening opening(GuardToken token) {
        return new LiveWatch.Opening() {
            @Override
            public boolean room() {
                return connections.looks().room().isEnoughToWatch();
            }

            @Override
            public Connection connection() throws SQLException {
                return connections.looks().forLooks(token);
            }
        };
    }

    private synchronized void keep(List<SeenWait> more) {
        seen.addAll(more);
    }
}
