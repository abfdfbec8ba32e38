package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.report.proof.Proof.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what a proof has counted by part: in columns if all parts count the same, else in words. */
final class ProofParts {

    private final List<Part> parts;
    private final List<String> columns;

    ProofParts(List<Part> parts) {
        this.parts = parts;
        this.columns = columns(parts);
    }

    void addTo(Html html) {
        if (parts.isEmpty()) {
            return;
        }
        html.raw("<div class=\"drawing\"><table class=\"counts\"><thead><tr><th scope=\"col\">part</th>");
        if (columns.isEmpty()) {
            html.raw("<th scope=\"col\">counted</th>");
        }
        columns.forEach(column -> html.add("<th scope=\"col\">%s</th>", column));
        html.raw("</tr></thead><tbody>");
        for (Part part : parts) {
            html.add("<tr class=\"%s\"><th scope=\"row\">%s</th>", part.isGood() ? "fine" : "struck", part.name());
            if (columns.isEmpty()) {
                html.add("<td class=\"words\">%s</td>", inWords(part.counts()));
            }
            columns.forEach(column -> html.add("<td>%,d</td>", part.counts().getOrDefault(column, 0L)));
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>");
    }

    /** Returns what all count, or nothing if they count different things. */
    private static List<String> columns(List<Part> parts) {
        List<List<String>> each = parts.stream()
                .map(part -> List.copyOf(part.counts().keySet()))
                .distinct()
                .toList();
        return each.size() == 1 ? each.get(0) : List.of();
    }

    private static String inWords(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(" · "));
    }
}
