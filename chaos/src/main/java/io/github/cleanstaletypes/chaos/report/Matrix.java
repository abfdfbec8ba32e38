package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.healer.Healer;
import io.github.cleanstaletypes.chaos.healer.Healers;
import io.github.cleanstaletypes.chaos.run.RunResult;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import java.util.List;

/** Shows everything at a glance: a line for each scenario, a column for each healer, and in it a square for each server. */
final class Matrix {

    private final List<RunResult> results;
    private final List<String> healers;
    private final List<String> versions;

    Matrix(List<RunResult> results) {
        this.results = results;
        List<String> there = results.stream()
                .map(result -> result.run().healer().name())
                .distinct()
                .toList();
        this.healers =
                Healers.all().stream().map(Healer::name).filter(there::contains).toList();
        this.versions = results.stream()
                .map(result -> result.run().postgres())
                .distinct()
                .toList();
    }

    void addTo(Html html) {
        html.add(
                "<p class=\"servers\">The squares of a cell, from left to right: PostgreSQL %s.</p>",
                inWords(versions));
        html.raw("<table class=\"matrix\"><thead><tr><th scope=\"col\">scenario</th>");
        healers.forEach(healer -> html.add("<th scope=\"col\">%s</th>", healer));
        html.raw("</tr></thead><tbody>");
        results.stream().map(result -> result.run().scenario()).distinct().forEach(scenario -> addRow(scenario, html));
        html.raw("</tbody></table>");
    }

    private void addRow(Scenario scenario, Html html) {
        html.add(
                "<tr><th scope=\"row\"><a href=\"#%s\">%s</a> <span class=\"code\">%s</span><small>%s</small></th>",
                scenario.header().name(),
                scenario.header().name(),
                scenario.header().isControl() ? "control" : scenario.header().finding(),
                scenario.header().fault());
        for (String healer : healers) {
            List<RunResult> here = results.stream()
                    .filter(result -> result.run().scenario().equals(scenario)
                            && result.run().healer().name().equals(healer))
                    .toList();
            html.add("<td data-healer=\"%s\" class=\"%s\">", healer, here.isEmpty() ? "none" : "played");
            here.forEach(result -> addSquare(result, html));
            html.raw("</td>");
        }
        html.raw("</tr>");
    }

    private static void addSquare(RunResult result, Html html) {
        String told = "%s, PostgreSQL %s: %s, %s"
                .formatted(
                        result.run().healer().name(),
                        result.run().postgres(),
                        result.effect().words(),
                        result.outcome().word());
        html.add(
                "<a class=\"dot %s\" href=\"#%s\" title=\"%s\" aria-label=\"%s\">%s</a>",
                result.passed() ? HtmlResults.css(result.effect()) : "not-passed",
                RunDetails.id(result),
                told,
                told,
                result.passed() ? result.effect().sign() : "!");
    }

    private static String inWords(List<String> versions) {
        return String.join(", ", versions);
    }
}
