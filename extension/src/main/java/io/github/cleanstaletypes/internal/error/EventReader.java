package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.log.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what belongs to one error: its message, its SQLSTATE, its fields and its statement may stand in lines apart. Holds some
 * lines at most, however many there are; not thread-safe.
 */
final class EventReader {

    /** A stack trace may stand between a message and its SQLSTATE. */
    private static final int REACH = 80;

    private static final int REMEMBERED = 40;

    /** Its SQLSTATE and its place may follow a notice. */
    private static final int LINES_OF_A_NOTICE = 4;

    private final Symptoms symptoms;
    private final Deque<String> recent = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private String own = "";
    private Clues current = Clues.NONE;
    private long position;
    private int distance;
    private int example;
    private int quiet;

    EventReader(Symptoms symptoms) {
        this.symptoms = symptoms;
    }

    /** Reads a line of text. */
    void line(String line) {
        int examples = Talk.examplesAfter(line);
        if (examples > 0) {
            close();
            example = examples;
        } else if (example > 0) {
            example -= line.isBlank() ? 0 : 1;
        } else {
            take(LineReader.read(line, recent.isEmpty() ? "" : recent.getLast()), line);
        }
        remember(line);
    }

    private void take(LineMeaning meaning, String line) {
        quiet = meaning instanceof LineMeaning.Notice ? LINES_OF_A_NOTICE : Math.max(0, quiet - 1);
        if (meaning instanceof LineMeaning.Told told) {
            told.clues().stream()
                    .filter(clues -> quiet == 0 || clues.isMessage())
                    .forEach(clues -> take(clues, line));
        } else if (meaning instanceof LineMeaning.FailedStatement statement) {
            said(statement.sql());
        } else if (meaning instanceof LineMeaning.SchemaName name) {
            inSchema(name.schema());
        } else if (meaning instanceof LineMeaning.Forgiving) {
            forget();
        } else if (meaning instanceof LineMeaning.OtherError) {
            close();
        } else {
            silent(line);
        }
    }

    /** Only an index has the schema that an error's fields tell. */
    private void inSchema(@Nullable String schema) {
        if (schema != null && current.cause() == Cause.DUPLICATE_ROWS) {
            current = current.in(schema);
        }
    }

    /** Reads what a driver or the server has printed by fields. */
    void record(Fields fields, String line) {
        String statement = RecordReader.statement(fields);
        if (RecordReader.isNotice(fields)) {
            if (!RecordReader.hasMessage(fields)) {
                // its message came before it
                current = Clues.NONE;
            }
            return;
        }
        Clues clues = RecordReader.clues(fields);
        if (clues.isForeign()) {
            close();
        } else if (!clues.isEmpty()) {
            take(clues, line);
        }
        inSchema(RecordReader.schema(fields));
        String inner = RecordReader.inner(fields);
        if (inner != null) {
            said(inner);
        }
        if (statement != null) {
            said(statement);
        }
    }

    /** Only remembers a line, of which the fields were read. */
    void remember(String line) {
        if (line.isBlank()) {
            return;
        }
        recent.addLast(line);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    /** Takes a statement of which is said that it failed. */
    void said(String statement) {
        if (!current.isEmpty()) {
            said.add(statement);
        } else {
            remember(statement);
        }
    }

    private void take(Clues clues, String line) {
        if (current.isEmpty() && !clues.sure() && clues.cause() == null && clues.sqlState() == null) {
            return;
        }
        boolean another = clues.cause() != null && current.cause() != null && !said.isEmpty();
        if (another || !current.agreesWith(clues)) {
            close();
        }
        boolean message = clues.cause() != null && current.cause() == null;
        if (current.isEmpty() || message) {
            if (current.isEmpty()) {
                position = symptoms.next();
            }
            own = line;
            before.clear();
            before.addAll(recent);
            after.clear();
        } else {
            follow(line);
        }
        current = current.and(clues);
        distance = 0;
    }

    private void silent(String line) {
        if (current.isEmpty()) {
            return;
        }
        follow(line);
        distance++;
        if (distance > REACH) {
            close();
        }
    }

    private void follow(String line) {
        if (after.size() < REMEMBERED) {
            after.add(line);
        }
    }

    /** The text says that it was no failure, or that it was a text of somebody's own. */
    private void forget() {
        if (current.isEmpty()) {
            symptoms.forgetLast();
        }
        current = Clues.NONE;
        said.clear();
    }

    private void close() {
        new LinesAround(said, before, own, after).symptom(current).forEach(symptom -> symptoms.add(position, symptom));
        current = Clues.NONE;
        distance = 0;
        said.clear();
    }

    /** Nothing follows. */
    void end() {
        close();
    }
}
