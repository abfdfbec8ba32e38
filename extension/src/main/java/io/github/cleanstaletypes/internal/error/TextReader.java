package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Gathers errors from lines that come one after the other. Holds some lines at most, however many there are; not thread-safe.
 */
final class TextReader {

    /** A stack trace may stand between a message and its SQLSTATE. */
    private static final int REACH = 80;

    private static final int REMEMBERED = 40;
    private static final int MOST_SYMPTOMS = 20;

    private final List<Symptom> symptoms = new ArrayList<>();
    private final Deque<String> recent = new ArrayDeque<>();
    private Clues current = Clues.NONE;
    private int distance;

    void line(String line) {
        Clues clues = LogLine.clues(line);
        if (clues.isEmpty()) {
            silent(line);
        } else {
            if (!current.agreesWith(clues)) {
                close();
            }
            current = current.and(clues);
            distance = 0;
            if (current.lacksName()) {
                lookBack();
            }
        }
        if (SqlStates.DUPLICATE_OBJECT.equals(current.sqlState())) {
            Cause cause = MessageReader.byRoutine(line).orElse(null);
            current = current.and(new Clues(null, null, cause, null, MessageReader.aboutAType(line)));
        }
        recent.addLast(line);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    private void silent(String line) {
        if (current.isEmpty()) {
            return;
        }
        distance++;
        if (current.lacksName()) {
            current = LogLine.withName(current, line);
        }
        if (distance > REACH) {
            close();
        }
    }

    /** The message may have come before its SQLSTATE: the nearest line that names something is it. */
    private void lookBack() {
        List<String> lines = new ArrayList<>(recent);
        for (int i = lines.size() - 1; i >= 0 && current.lacksName(); i--) {
            current = LogLine.withName(current, lines.get(i));
        }
    }

    private void close() {
        current.symptom().ifPresent(this::add);
        current = Clues.NONE;
        distance = 0;
        recent.clear();
    }

    private void add(Symptom symptom) {
        if (symptoms.size() < MOST_SYMPTOMS && symptoms.stream().noneMatch(known -> known.covers(symptom))) {
            symptoms.add(symptom);
        }
    }

    Optional<Failure> end() {
        close();
        return symptoms.isEmpty() ? Optional.empty() : Optional.of(new Failure(symptoms));
    }
}
