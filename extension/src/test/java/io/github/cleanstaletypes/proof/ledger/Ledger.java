package io.github.cleanstaletypes.proof.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the servers of a suite have written down of the program's statements. Not thread-safe. */
final class Ledger {

    private static final int SESSION = 5;
    private static final int MESSAGE = 13;
    private static final int APPLICATION = 22;

    private static final Pattern SENT =
            Pattern.compile("(?:statement|execute (?!fetch from)[^:]*): (.*)", Pattern.DOTALL);

    /** What the driver sends by itself, and what a test asks in a session of the program's. */
    private static final Pattern DRIVERS = Pattern.compile(
            "(?i)\\s*(?:/\\* of a test \\*/"
                    + "|(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET extra_float_digits|SET application_name|SHOW"
                    + "|SELECT current_catalog)\\b).*",
            Pattern.DOTALL);

    private final Set<String> fixed;
    private final TreeMap<String, SortedSet<String>> shapes = new TreeMap<>();
    private final SortedSet<String> unnamed = new TreeSet<>();
    private long statements;

    /** @param fixed which statements hold no name of anybody's, so that each word of theirs counts */
    Ledger(Set<String> fixed) {
        this.fixed = Set.copyOf(fixed);
    }

    /** Takes what lies in this directory, if it is there. */
    Ledger read(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(this::readFile);
            }
        }
        return this;
    }

    private void readFile(Path file) {
        Set<String> own = new HashSet<>();
        CsvLog.read(file, row -> read(row, own));
    }

    private void read(List<String> row, Set<String> own) {
        if (row.size() <= APPLICATION) {
            return;
        }
        Matcher sent = SENT.matcher(row.get(MESSAGE));
        if (!sent.matches()) {
            return;
        }
        String statement = sent.group(1);
        if (row.get(APPLICATION).startsWith("clean-stale-types")) {
            own.add(row.get(SESSION));
        }
        List<Form> forms = Form.of(statement, fixed);
        forms.forEach(this::count);
        if (!forms.isEmpty()) {
            statements++;
        } else if (own.contains(row.get(SESSION)) && !DRIVERS.matcher(statement).matches()) {
            unnamed.add(statement);
        }
    }

    private void count(Form form) {
        shapes.computeIfAbsent(form.name(), name -> new TreeSet<>()).add(form.shape());
    }

    long statements() {
        return statements;
    }

    /** The names of all that were sent. */
    Set<String> names() {
        return shapes.keySet();
    }

    /** A line for each form, in order. */
    SortedSet<String> forms() {
        SortedSet<String> lines = new TreeSet<>();
        shapes.forEach((name, forms) -> forms.forEach(shape -> lines.add(name + ": " + shape)));
        return lines;
    }

    /** What sessions that carry the program's name sent without a comment of its own. */
    SortedSet<String> unnamed() {
        return unnamed;
    }
}
