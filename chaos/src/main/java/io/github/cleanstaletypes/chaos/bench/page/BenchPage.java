package io.github.cleanstaletypes.chaos.bench.page;

import io.github.cleanstaletypes.chaos.bench.figure.BenchResult;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Fact;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Measured;
import io.github.cleanstaletypes.chaos.bench.figure.Figure;
import io.github.cleanstaletypes.chaos.bench.figure.Form;
import io.github.cleanstaletypes.chaos.bench.figure.Unit;
import io.github.cleanstaletypes.chaos.bench.figure.Verdict;
import io.github.cleanstaletypes.chaos.bench.measure.BareProgram;
import io.github.cleanstaletypes.chaos.bench.page.BenchTable.Words;
import io.github.cleanstaletypes.chaos.report.Html;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes {@code bench.html}: one file that needs no other, with the table, the curves, and where a start spends its time. */
public final class BenchPage {

    private BenchPage() {}

    /** Writes it to this file. */
    public static void write(BenchResult result, Path file) {
        try {
            Files.writeString(file, page(result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(BenchResult result) {
        Html html = new Html();
        html.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.raw("<meta name=\"color-scheme\" content=\"light dark\">");
        html.raw("<title>Bench: what it costs, beside its floor</title>");
        html.raw("<style>" + Resource.text("bench/bench.css") + "</style></head><body><main>");
        html.raw("<h1>What it costs, beside its floor</h1>");
        html.add("<p class=\"%s\"><b>%s</b></p>", result.succeeded() ? "good" : "bad", Words.sum(result));
        html.raw(
                "<p>Each number is a ratio, of what is measured to a floor that runs in turn with it: the median of the"
                        + " rounds, and beneath it the lowest and the highest of them.</p>");
        table(result, html);
        new GrowthDrawing(result.curves()).addTo(html);
        new WaterfallDrawing(result.waterfalls()).addTo(html);
        new Talks(result.talks()).addTo(html);
        Tried.addTo(html);
        html.raw("<h2>The floor of a start</h2>");
        html.add("<pre>%s</pre>", BareProgram.source());
        surroundings(result, html);
        html.raw("</main></body></html>");
        return html.toString();
    }

    private static void table(BenchResult result, Html html) {
        html.raw(
                "<table><thead><tr><th scope=\"col\">what</th><th scope=\"col\">number</th><th scope=\"col\">target</th>"
                        + "<th scope=\"col\">verdict</th></tr></thead>");
        for (Measured measured : result.rows()) {
            html.add(
                    "<tbody id=\"%s\"><tr><th scope=\"rowgroup\" colspan=\"4\">%s<small>%s</small></th></tr>",
                    measured.row(), measured.row(), measured.title());
            for (Figure figure : measured.result().figures()) {
                figure(figure, result.form(), html);
            }
            html.raw("</tbody>");
        }
        html.raw("</table>");
    }

    private static void figure(Figure figure, Form form, Html html) {
        Verdict verdict = form.judge(figure);
        html.add("<tr><td>%s<small>%s</small></td>", figure.what(), Words.detail(figure));
        html.add(
                "<td class=\"number\"><b>%s</b><small>%s</small></td>",
                figure.value()
                        .map(value -> figure.target().unit().write(value.median()))
                        .orElse("–"),
                figure.value()
                        .filter(value -> figure.target().unit() != Unit.COUNT)
                        .map(value -> String.format(Locale.ROOT, "%.2f – %.2f", value.low(), value.high()))
                        .orElse(""));
        html.add("<td class=\"number\">%s</td>", form.inWords(figure.target()));
        html.add(
                "<td><span class=\"verdict %s\">%s</span></td></tr>",
                verdict.name().toLowerCase(Locale.ROOT), verdict.word());
    }

    private static void surroundings(BenchResult result, Html html) {
        html.raw("<h2>Where it ran</h2><dl>");
        for (Fact fact : result.surroundings()) {
            html.add("<dt>%s</dt><dd>%s</dd>", fact.name(), fact.value());
        }
        html.raw("</dl>");
    }
}
