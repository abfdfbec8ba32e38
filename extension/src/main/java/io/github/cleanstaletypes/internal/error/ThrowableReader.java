package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.log.Fields;
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
    private static final int LONGEST = 20_000;

    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Throwable> chain = new ArrayList<>();

    ThrowableReader(Throwable failure) {
        collect(failure);
    }

    Optional<Failure> read() {
        Symptoms symptoms = new Symptoms();
        chain.stream().filter(SQLException.class::isInstance).forEach(e -> add(symptoms, (SQLException) e));
        Optional<Failure> structured = symptoms.failure();
        if (structured.isPresent() || chain.stream().anyMatch(e -> server(e) != null)) {
            // the server has said what it was, and the messages can only say the same with less certainty
            return structured;
        }
        LogReader text = new LogReader();
        chain.forEach(e -> text.read(String.valueOf(e)));
        return text.end();
    }

    /** The statement that failed is in a message of whoever has wrapped the driver's exception. */
    private void add(Symptoms symptoms, Clues clues) {
        List<String> texts = chain.stream()
                .map(e -> String.valueOf(e.getMessage()))
                .filter(text -> text.length() < LONGEST)
                .toList();
        new LinesAround(List.of(), texts, "", List.of())
                .symptom(clues)
                .forEach(symptom -> symptoms.add(symptoms.next(), symptom));
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

    private void add(Symptoms symptoms, SQLException e) {
        ServerErrorMessage server = server(e);
        if (server != null) {
            add(symptoms, clues(server));
            return;
        }
        // whoever has wrapped the driver's exception has most often put its text into its own
        List<Symptom> said = new LogReader()
                .read(String.valueOf(e.getMessage()))
                .end()
                .map(Failure::symptoms)
                .orElse(List.of());
        said.stream()
                .filter(symptom -> e.getSQLState() == null || e.getSQLState().equals(symptom.sqlState()))
                .forEach(symptom -> symptoms.add(symptoms.next(), symptom));
        if (said.isEmpty()) {
            add(symptoms, Clues.state(e.getSQLState(), true));
        }
    }

    private static Clues clues(ServerErrorMessage server) {
        Fields fields = new Fields();
        put(fields, "severity", "ERROR");
        put(fields, "sqlstate", server.getSQLState());
        put(fields, "message", server.getMessage());
        put(fields, "detail", server.getDetail());
        put(fields, "routine", server.getRoutine());
        put(fields, "schema", server.getSchema());
        put(fields, "constraint", server.getConstraint());
        return RecordReader.clues(fields);
    }

    private static void put(Fields fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
