package io.github.cleanstaletypes.internal.error.log;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Puts lines together again that a terminal, or what copied from it, has cut at its width. Holds the first lines until the width is
 * known; not thread-safe.
 */
public final class Unfolding {

    private static final int LOOKED_AT = 2000;
    private static final int LONGEST = 64 * 1024;

    /** The width that a terminal has by default: one line of this length, and none longer, is enough to tell. */
    private static final int DEFAULT_WIDTH = 80;

    private static final int NARROWEST = 40;

    /** So many lines of one length, and none longer, are no accident. */
    private static final int NO_ACCIDENT = 3;

    /** Lines that begin so much alike are two lines. */
    private static final int ALIKE = 6;

    /** A line that cannot be the rest of another one. */
    private static final Pattern BEGINNING = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L} ]{3,30}:\\s|[\\w./-]+:[\\w./-]+:\\d+: |pg_restore: |\\s*(?:Detail|Hint|Where|Location|Line|Statement)\\s*:|\\d{4}-\\d\\d-\\d\\d[T ]|\\s+at .+\\(|\\{\"|\\[\\w+\\]).*");

    /** A rule is drawn over the whole width, and nothing goes on behind it. */
    private static final Pattern RULE = Pattern.compile("([-_=*#~])\\1{3,}$");

    private final Consumer<String> reader;
    private final List<String> first = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private boolean known;
    private int width;

    public Unfolding(Consumer<String> reader) {
        this.reader = reader;
    }

    /** Takes the next line. */
    public void line(String line) {
        if (known) {
            join(line);
            return;
        }
        first.add(line);
        if (first.size() == LOOKED_AT) {
            decide();
        }
    }

    /** Hands on what is left. */
    public void end() {
        decide();
        flush();
    }

    private void decide() {
        if (known) {
            return;
        }
        known = true;
        int longest = first.stream().mapToInt(String::length).max().orElse(0);
        long full = first.stream()
                .filter(line -> line.length() == longest)
                .distinct()
                .count();
        boolean folded =
                first.size() > 1 && (longest == DEFAULT_WIDTH || (longest >= NARROWEST && full >= NO_ACCIDENT));
        width = folded ? longest : 0;
        first.forEach(this::join);
        first.clear();
    }

    private void join(String line) {
        if (!open.isEmpty() && (BEGINNING.matcher(line).matches() || alike(line))) {
            flush();
        }
        open.append(line);
        if (width == 0
                || line.length() != width
                || open.length() > LONGEST
                || RULE.matcher(line.substring(Math.max(0, line.length() - ALIKE)))
                        .find()) {
            flush();
        }
    }

    private boolean alike(String line) {
        return line.length() >= ALIKE
                && open.length() >= ALIKE
                && !line.isBlank()
                && line.startsWith(open.substring(0, ALIKE));
    }

    private void flush() {
        if (!open.isEmpty()) {
            reader.accept(open.toString());
            open.setLength(0);
        }
    }
}
