package io.github.cleanstaletypes.internal.error.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts rows of comma-separated values together, of which a quoted one may go over several lines. Not thread-safe. */
public final class CsvRow {

    private static final int LONGEST = 64 * 1024;

    /** The server's begin with a time and have quoted names or nothing next (manual, section 20.8.4). */
    private static final Pattern BEGINNING = Pattern.compile(
            "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? [\\w+:/-]+,(?:\"|,|\\w+,).*", Pattern.DOTALL);

    private final StringBuilder open = new StringBuilder();

    /** Whether the line is part of a row: the first of one, or one that an open one goes on with. */
    public boolean takes(String line) {
        return !open.isEmpty() || BEGINNING.matcher(line).matches();
    }

    /** Whether a row has begun that is not whole yet. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** Takes a line; the values if it has closed the row. */
    public Optional<List<String>> line(String line) {
        open.append(open.isEmpty() ? "" : "\n").append(line);
        boolean unbalanced = open.chars().filter(c -> c == '"').count() % 2 == 1;
        if (unbalanced && open.length() < LONGEST) {
            return Optional.empty();
        }
        List<String> values = values(open.toString());
        open.setLength(0);
        return Optional.of(values);
    }

    private static List<String> values(String row) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
