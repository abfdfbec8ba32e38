package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.look.DatabaseLook;
import io.github.cleanstaletypes.internal.reset.state.ResetPlan;
import io.github.cleanstaletypes.internal.reset.state.ResetState;
import io.github.cleanstaletypes.internal.reset.state.ResetStep;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Content;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Kind;
import io.github.cleanstaletypes.internal.reset.swap.DatabaseDdl;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a database new, takes that back, or drops what has been set aside; under a lock that is held until it is closed, so that what comes
 * after it is still part of it. One object is for one request.
 */
public final class Reset implements AutoCloseable {

    private final ResetRequest request;
    private final ResetListener listener;
    private @Nullable ResetConnections connections;

    /** Prepares it; connects to nothing. */
    public Reset(ResetRequest request, ResetListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * Does it, or goes on with what an interrupted one has begun.
     *
     * @throws ResetException if it is refused, or could not be finished
     * @throws SQLException if the server fails
     */
    public ResetReport run() throws InterruptedException, SQLException {
        ResetConnections opened = ResetConnections.open(request, listener);
        connections = opened;
        if (!request.dryRun()) {
            ResetLock.take(opened.maintenance(), request, listener);
        }
        ResetState state = look(opened);
        ResetStep step = switch (request.action()) {
            case RESET -> ResetPlan.reset(state);
            case UNDO -> ResetPlan.undo(state);
            case DROP_OLD -> ResetPlan.dropOld(state);
        };
        return step.by(new ResetSteps(new ResetContext(request, opened, listener)));
    }

    private ResetState look(ResetConnections opened) throws SQLException {
        ResetState state = ResetState.of(request.name(), DatabaseLook.all(opened.maintenance()));
        boolean asked = request.action() == ResetAction.RESET && state.mayBeNew();
        return state.with(
                asked ? seen(opened, state.present()) : state.present(), leftover(opened, state.unfinished()));
    }

    /** One that was just being made lets nobody in, and must be looked into all the same; in a dry run it is not touched. */
    private @Nullable SeenDatabase leftover(ResetConnections opened, @Nullable SeenDatabase unfinished)
            throws SQLException {
        if (unfinished == null || unfinished.kind() != Kind.CLOSED) {
            return seen(opened, unfinished);
        }
        if (request.dryRun()) {
            return unfinished.holding(Content.NONE);
        }
        DatabaseDdl.letLook(opened.maintenance(), unfinished.name());
        return seen(opened, unfinished.openedUp());
    }

    private static @Nullable SeenDatabase seen(ResetConnections opened, @Nullable SeenDatabase database)
            throws SQLException {
        if (database == null || database.kind() != Kind.PLAIN) {
            return database;
        }
        try (Connection inside = opened.in(database)) {
            return database.holding(DatabaseLook.content(inside));
        } catch (ResetException e) {
            return database.holding(Content.UNKNOWN);
        }
    }

    /** Gives the lock up. */
    @Override
    public void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
