package io.github.cleanstaletypes.chaos.bench.page;

import io.github.cleanstaletypes.chaos.report.Html;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells what was tried and did not help, so that nobody tries it again without knowing. The resource {@code bench/tried.txt} has a line
 * for each: what was tried, a vertical bar, and what was seen.
 */
final class Tried {

    /**
     * Something was tried.
     *
     * @param seen what came of it
     */
    record Attempt(String what, String seen) {}

    private Tried() {}

    static List<Attempt> all() {
        return read(Resource.text("bench/tried.txt"));
    }

    static List<Attempt> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Tried::attempt)
                .toList();
    }

    static void addTo(Html html) {
        html.raw("<h2 id=\"tried\">What was tried and did not help</h2><dl class=\"tried\">");
        all().forEach(attempt -> html.add("<dt>%s</dt><dd>%s</dd>", attempt.what(), attempt.seen()));
        html.raw("</dl>");
    }

    private static Attempt attempt(String line) {
        List<String> parts = Stream.of(line.split("[|]", 2)).map(String::strip).toList();
        if (parts.size() != 2 || parts.contains("")) {
            throw new IllegalArgumentException("Not of the form `what | what was seen`: " + line);
        }
        return new Attempt(parts.get(0), parts.get(1));
    }
}
