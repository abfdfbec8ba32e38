package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads one exception and all that hangs on it. Not thread-safe. */
final class ThrowableReader {

    private static final int MOST = 1000;

    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Throwable> chain = new ArrayList<>();

    ThrowableReader(Throwable failure) {
        collect(failure);
    }

    Optional<Failure> read() {
        List<Symptom> symptoms = new ArrayList<>();
        chain.stream()
                .filter(SQLException.class::isInstance)
                .flatMap(e -> clues((SQLException) e).symptom().stream())
                .filter(symptom -> symptoms.stream().noneMatch(known -> known.covers(symptom)))
                .forEach(symptoms::add);
        if (!symptoms.isEmpty()) {
            return Optional.of(new Failure(symptoms));
        }
        if (chain.stream().anyMatch(e -> server(e) != null)) {
            // the server has said what it was, and the messages can only say the same with less certainty
            return Optional.empty();
        }
        TextReader text = new TextReader();
        LogLines lines = new LogLines(text::line);
        chain.forEach(e -> lines.read(String.valueOf(e)));
        return text.end();
    }

    /** Causes first, each with its next exceptions, then what was suppressed; a circle is walked once. */
    private void collect(@Nullable Throwable failure) {
        List<Throwable> level = new ArrayList<>();
        for (Throwable e = failure; e != null && seen.size() < MOST && seen.add(e); e = e.getCause()) {
            level.add(e);
        }
        for (Throwable e : level) {
            chain.add(e);
            if (e instanceof SQLException sql) {
                collect(sql.getNextException());
            }
        }
        for (Throwable e : level) {
            for (Throwable suppressed : e.getSuppressed()) {
                collect(suppressed);
            }
        }
    }

    private static @Nullable ServerErrorMessage server(Throwable e) {
        return e instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
    }

    private static Clues clues(SQLException e) {
        ServerErrorMessage server = server(e);
        if (server != null) {
            return clues(server);
        }
        Clues text = LogLine.clues(String.valueOf(e.getMessage()));
        Clues state = new Clues(known(e.getSQLState()), null, null, null, false);
        return state.agreesWith(text) ? state.and(text) : state;
    }

    private static Clues clues(ServerErrorMessage server) {
        String state = known(server.getSQLState());
        if (state == null) {
            return Clues.NONE;
        }
        String message = String.valueOf(server.getMessage());
        Clues clues = new Clues(state, constraint(server), cause(server, state), null, aboutType(server, message));
        if (SqlStates.UNIQUE_VIOLATION.equals(state)) {
            return UniqueKeyDetail.in(String.valueOf(server.getDetail()))
                    .map(Clues::of)
                    .filter(clues::agreesWith)
                    .map(key -> clues.constraint() == null ? clues : clues.and(key))
                    .orElse(clues);
        }
        if (SqlStates.INTERNAL_ERROR.equals(state)) {
            // elog() in the server's sources: these messages are never translated
            return clues.and(MessageReader.in(message));
        }
        return ConditionNames.naming(state)
                ? MessageReader.quoted(message)
                        .map(name -> clues.naming(name, false))
                        .orElse(clues)
                : clues;
    }

    private static @Nullable Cause cause(ServerErrorMessage server, String state) {
        String routine = server.getRoutine();
        return routine == null || !SqlStates.DUPLICATE_OBJECT.equals(state)
                ? null
                : MessageReader.byRoutine(routine).orElse(null);
    }

    private static boolean aboutType(ServerErrorMessage server, String message) {
        String routine = server.getRoutine();
        return MessageReader.aboutAType(routine == null ? message : routine);
    }

    /** A user's own index may have such a name too. */
    private static @Nullable String constraint(ServerErrorMessage server) {
        String schema = server.getSchema();
        String constraint = server.getConstraint();
        return (schema == null || schema.equals("pg_catalog")) && LogLine.namesIndex(constraint) ? constraint : null;
    }

    private static @Nullable String known(@Nullable String state) {
        return ConditionNames.known(state) ? state : null;
    }
}
