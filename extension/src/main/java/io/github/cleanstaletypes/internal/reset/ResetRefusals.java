package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.look.DatabaseLook;
import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what speaks against doing it, all of it before anything is done. Not thread-safe. */
final class ResetRefusals {

    private final ResetContext context;
    private final List<Long> databases;
    private final List<String> reasons = new ArrayList<>();

    ResetRefusals(ResetContext context, SeenDatabase... databases) {
        this(context, List.of(databases));
    }

    ResetRefusals(ResetContext context, List<SeenDatabase> databases) {
        this.context = context;
        this.databases = databases.stream().map(SeenDatabase::oid).toList();
    }

    /** What this role lacks. */
    ResetRefusals ofRights(boolean creating) throws SQLException {
        reasons.addAll(DatabaseLook.lackingRights(context.maintenance(), databases, creating));
        return this;
    }

    /** What goes on in them. */
    ResetRefusals ofObstacles() throws SQLException {
        reasons.addAll(DatabaseLook.obstacles(context.maintenance(), databases));
        return this;
    }

    /** Who is connected; if sessions are to be ended, those that this role may not end. */
    ResetRefusals ofSessions() throws SQLException {
        reasons.addAll(inTheWay(context.sessions(databases), context.request().endSessions()));
        return this;
    }

    /** A template cannot be dropped. */
    ResetRefusals ofTemplates(List<SeenDatabase> old) {
        old.stream()
                .filter(one -> one.kind() == Kind.TEMPLATE)
                .forEach(one -> add(ResetContext.quoted(one.name()) + " is a template, which cannot be dropped"));
        return this;
    }

    ResetRefusals add(String reason) {
        reasons.add(reason);
        return this;
    }

    /** Fails if there is any. */
    void check() {
        if (!reasons.isEmpty()) {
            throw ResetException.refused(reasons);
        }
    }

    static List<String> inTheWay(List<DatabaseSession> sessions, boolean ending) {
        Stream<DatabaseSession> kept = sessions.stream().filter(session -> !ending || !session.mayEnd());
        return kept.map(session -> "connected: " + session.inWords()
                        + (ending ? ", which this role may not end" : " (--end-sessions ends it)"))
                .toList();
    }
}
