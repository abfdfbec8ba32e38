package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.run.RunResult;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import java.util.List;
import java.util.Objects;

/** Shows each run by itself, under its scenario: what was seen, and when. It is folded up until somebody wants to know. */
final class RunDetails {

    private final List<RunResult> results;

    RunDetails(List<RunResult> results) {
        this.results = results;
    }

    /** Returns what a link to a run names. */
    static String id(RunResult result) {
        return result.run().header().name() + "-" + result.run().healer().name() + "-"
                + result.run().postgres().replace('.', '-');
    }

    void addTo(Html html) {
        results.stream().map(result -> result.run().scenario()).distinct().forEach(scenario -> add(scenario, html));
    }

    private void add(Scenario scenario, Html html) {
        List<RunResult> here = results.stream()
                .filter(result -> result.run().scenario().equals(scenario))
                .toList();
        html.add(
                "<section id=\"%s\"><h3>%s</h3><p>%s. ",
                scenario.header().name(),
                scenario.header().name(),
                sentence(scenario.header().fault()));
        if (!scenario.header().isControl()) {
            html.add("Finding: <code>%s</code>. ", scenario.header().finding());
        }
        here.stream()
                .map(RunResult::error)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(error -> html.add("A user meets: <code>%s</code>.", error));
        html.raw("</p>");
        here.forEach(result -> add(result, html));
        html.raw("</section>");
    }

    private static void add(RunResult result, Html html) {
        html.add("<details id=\"%s\"><summary>", id(result));
        html.add(
                "<span class=\"dot %s\">%s</span> <b>%s</b> on %s: %s",
                result.passed() ? HtmlResults.css(result.effect()) : "not-passed",
                result.passed() ? result.effect().sign() : "!",
                result.run().healer().name(),
                result.run().postgres(),
                result.effect().words());
        html.add("<span class=\"time\">%.1f s</span></summary>", result.took().toMillis() / 1000.0);
        if (!result.passed()) {
            html.add("<p class=\"bad\"><b>%s</b>: %s</p>", result.outcome().word(), result.reason());
        }
        html.raw("<dl>");
        fact("error seen", result.error() == null ? "none" : result.error().toString(), html);
        fact("healing", result.healing(), html);
        fact("next migration", result.after(), html);
        fact(
                "catalog",
                result.checkers().isEmpty()
                        ? "not checked: it is damaged on purpose, or the run did not get so far"
                        : "checked by " + String.join(" and ", result.checkers()),
                html);
        command(result.run().repeat(), html);
        html.raw("</dl>");
        if (!result.lost().isEmpty()) {
            html.raw("<p>Lost, changed, or new without leave:</p><ul class=\"losses\">");
            result.lost().forEach(lost -> html.add("<li>%s</li>", lost));
            html.raw("</ul>");
        }
        new TimelineDrawing(result.timeline()).addTo(html);
        html.raw("</details>");
    }

    /** Breaks a command into several lines on a narrow page, of which none ends between an option and its value. */
    private static void command(String command, Html html) {
        List<String> words = List.of(command.split(" (?=--)", -1));
        html.add("<dt>again</dt><dd>%s", words.get(0));
        words.stream().skip(1).forEach(option -> html.add(" <span class=\"option\">%s</span>", option));
        html.raw("</dd>");
    }

    private static void fact(String name, String value, Html html) {
        html.add("<dt>%s</dt><dd>%s</dd>", name, value);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
