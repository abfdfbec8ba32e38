package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells an error of an event trigger from one of the server's. Both come with whatever SQLSTATE: a table that a trigger's function does
 * not find is 42P01, as a table that another session has dropped is. The function's name in the error's context tells, which the server
 * writes in whatever language the rest of it is; and class P0, which only procedural languages raise. Stateless.
 */
final class EventTriggers {

    private static final SqlResource TRIGGERS = SqlResource.named(EventTriggers.class, "event_triggers.sql");

    private EventTriggers() {}

    private record Trigger(String name, String owner, String function) {
        String inWords() {
            return name + " (of " + owner + ")";
        }
    }

    /** Those that can have raised this error, in words; empty if it was none. Within the caller's transaction. */
    static Optional<String> raised(Connection connection, SQLException e) throws SQLException {
        String context = context(e);
        boolean procedural = SqlStates.of(e).startsWith("P0");
        if (context.isEmpty() && !procedural) {
            return Optional.empty();
        }
        List<Trigger> all = new ArrayList<>();
        new SqlBatch(Map.of())
                .add(
                        TRIGGERS,
                        row -> all.add(
                                new Trigger(row.getString("name"), row.getString("owner"), row.getString("function"))))
                .run(connection);
        List<Trigger> named = all.stream()
                .filter(trigger -> context.contains(trigger.function()))
                .toList();
        List<Trigger> blamed = named.isEmpty() && procedural ? all : named;
        return blamed.isEmpty()
                ? Optional.empty()
                : Optional.of(blamed.stream().map(Trigger::inWords).collect(Collectors.joining(", ")));
    }

    private static String context(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return message == null || message.getWhere() == null ? "" : message.getWhere();
    }
}
