package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.log.CsvRow;
import io.github.cleanstaletypes.internal.error.log.Escapes;
import io.github.cleanstaletypes.internal.error.log.FieldScanner;
import io.github.cleanstaletypes.internal.error.log.Fields;
import io.github.cleanstaletypes.internal.error.log.LogLines;
import io.github.cleanstaletypes.internal.error.log.SourceLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what one source has written: text, rows, objects in a line, and objects over several. Not thread-safe.
 */
final class StreamReader {

    /** Fields that hold a line as it was written. */
    private static final Set<String> TEXTS = Set.of("log", "message", "msg", "line", "text");

    private static final int DEEPEST = 5;
    private static final int LONGEST_VALUE = 16 * 1024;

    /** Columns of the server's csvlog (manual, section 20.8.4). */
    private static final Map<Integer, String> COLUMNS = Map.of(
            11, "severity", 12, "sqlstate", 13, "message", 14, "detail", 18, "context", 19, "query", 21, "location");

    private static final Pattern MEMBER = Pattern.compile("^\\s*\"[\\w.@-]+\":\\s*(\".*\")\\s*,?\\s*$");

    private final Symptoms symptoms;
    private final EventReader events;
    private final Map<String, StreamReader> nested = new HashMap<>();
    private final CsvRow csv = new CsvRow();
    private final StringBuilder open = new StringBuilder();
    private Fields fields = new Fields();
    private List<String> lines = new ArrayList<>();

    StreamReader(Symptoms symptoms) {
        this.symptoms = symptoms;
        this.events = new EventReader(symptoms);
    }

    void line(String line) {
        line(line, 0);
    }

    /** Whether a row has begun that is not whole yet. */
    boolean isWithinRow() {
        return csv.isOpen();
    }

    private void line(String line, int depth) {
        if (!open.isEmpty()) {
            goOn(line);
        } else if (csv.takes(line)) {
            flush();
            csv.line(line).ifPresent(values -> row(values, depth));
        } else if (!isJson(line, depth) && !isField(line)) {
            flush();
            text(line);
        }
    }

    /** A value of several lines ends where its quote does, or at a line that is a field of its own. */
    private void goOn(String line) {
        open.append('\n').append(line);
        String stripped = line.strip();
        boolean closes = stripped.endsWith("`,")
                || stripped.endsWith("`")
                || stripped.endsWith("',")
                || stripped.endsWith("'")
                || stripped.endsWith("\",")
                || stripped.endsWith("\"")
                || stripped.endsWith("}");
        if (closes || open.length() > LONGEST_VALUE) {
            String whole = open.toString();
            open.setLength(0);
            int colon = whole.indexOf(':');
            String name = whole.substring(0, colon).strip();
            add(
                    name.replaceAll("[^A-Za-z_]", ""),
                    FieldScanner.value(whole.substring(colon + 1).strip()),
                    whole.lines().findFirst().orElse(""));
        }
    }

    private boolean isField(String line) {
        if (line.indexOf(':') < 0 && line.indexOf("=>") < 0) {
            return false;
        }
        Optional<Map.Entry<String, String>> field = ObjectLine.field(line);
        if (field.isEmpty()) {
            return false;
        }
        if (ObjectLine.isOpen(line)) {
            open.append(line);
            return true;
        }
        add(field.get().getKey(), field.get().getValue(), line);
        return true;
    }

    private void add(String name, String value, String line) {
        if (fields.has(name)) {
            flush();
        }
        fields.put(name, value);
        lines.add(line);
    }

    /** The object of several lines has ended. */
    private void flush() {
        if (fields.isEmpty()) {
            return;
        }
        Fields whole = fields;
        List<String> printed = lines;
        fields = new Fields();
        lines = new ArrayList<>();
        record(whole, printed);
    }

    private void record(Fields record, List<String> lines) {
        if (RecordReader.isServers(record)) {
            lines.forEach(events::remember);
            events.record(record, lines.get(lines.size() - 1));
            return;
        }
        String statement = RecordReader.statement(record);
        lines.forEach(this::text);
        if (statement != null) {
            events.said(statement);
        }
    }

    private void row(List<String> values, int depth) {
        Fields row = new Fields();
        COLUMNS.forEach((column, name) -> {
            if (column < values.size()) {
                row.put(name, values.get(column));
            }
        });
        if (RecordReader.isServers(row) && !"00000".equals(row.get("sqlstate"))) {
            events.record(row, String.valueOf(row.get("message")));
        } else {
            values.stream()
                    .filter(value -> value.indexOf(' ') >= 0)
                    .flatMap(String::lines)
                    .forEach(piece -> nested(piece, depth));
        }
    }

    /** What a collector has put into a field may have come from a collector. */
    private void nested(String line, int depth) {
        SourceLine split = SourceLine.of(LogLines.plain(line));
        if (depth >= DEEPEST) {
            return;
        }
        if (split.source().isEmpty()) {
            line(split.text(), depth + 1);
        } else {
            nested.computeIfAbsent(split.source(), unseen -> new StreamReader(symptoms))
                    .line(split.text(), depth + 1);
        }
    }

    /** A line that is an object as loggers write it. */
    private boolean isJson(String line, int depth) {
        String stripped = line.strip();
        if (depth >= DEEPEST || !stripped.startsWith("{") || stripped.indexOf("\":") < 0) {
            return false;
        }
        FieldScanner scanner = FieldScanner.scan(stripped, 0);
        if (!scanner.isWhole() || scanner.end() < stripped.length()) {
            return false;
        }
        objects(scanner.objects(), line);
        for (Fields object : scanner.objects()) {
            boolean servers = RecordReader.isServers(object);
            for (Map.Entry<String, String> field : object.all().entrySet()) {
                boolean text = field.getValue().indexOf(' ') >= 0 || TEXTS.contains(field.getKey());
                if (text && !(servers && RecordReader.isRead(field.getKey()))) {
                    field.getValue().lines().forEach(piece -> nested(piece, depth));
                }
            }
        }
        return true;
    }

    private void objects(List<Fields> objects, String line) {
        for (Fields object : objects) {
            if (RecordReader.isServers(object)) {
                flush();
                events.record(object, line);
            }
        }
    }

    private void text(String line) {
        Matcher member = MEMBER.matcher(line);
        if (member.matches()) {
            // of an object that is printed a member a line
            String value = FieldScanner.value(member.group(1));
            if (value.indexOf(' ') >= 0) {
                value.lines().forEach(this::plain);
                return;
            }
        }
        int begin = ObjectLine.begin(line);
        if (begin >= 0) {
            FieldScanner scanner = FieldScanner.scan(line, begin);
            if (scanner.objects().stream().anyMatch(RecordReader::isServers)) {
                plain(line.substring(0, begin));
                objects(scanner.objects(), line);
                plain(line.substring(scanner.end()));
                return;
            }
        }
        plain(line);
    }

    private void plain(String line) {
        Escapes.lines(line).forEach(events::line);
    }

    void end() {
        if (!open.isEmpty()) {
            goOn("`");
        }
        flush();
        events.end();
        nested.values().forEach(StreamReader::end);
    }
}
