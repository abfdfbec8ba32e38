package io.github.cleanstaletypes.chaos.bench.page;

import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall.Phase;
import io.github.cleanstaletypes.chaos.report.Html;
import java.util.List;
import java.util.Locale;

/** Draws where starts spend their time: a bar for each phase, all starts on one scale. */
final class WaterfallDrawing {

    private static final int WIDTH = 720;
    private static final int LABELS = 168;
    private static final int RIGHT = 200;
    private static final int LINE = 24;
    private static final int AXIS = 24;

    private final List<Waterfall> waterfalls;
    private final double seconds;

    WaterfallDrawing(List<Waterfall> waterfalls) {
        this.waterfalls = List.copyOf(waterfalls);
        this.seconds = waterfalls.stream()
                .mapToDouble(waterfall -> waterfall.end().toNanos() / 1e9)
                .max()
                .orElse(0);
    }

    void addTo(Html html) {
        if (waterfalls.isEmpty()) {
            return;
        }
        html.raw("<h2 id=\"starts\">Where a start spends its time</h2>");
        html.raw(
                "<p>The quickest of a few runs of each, with the log of loaded classes, which slows it down. Beside each bar: how long the phase took,"
                        + " and how many classes were loaded meanwhile, of which so many came ready from an archive.</p>");
        for (Waterfall waterfall : waterfalls) {
            html.add("<h3>%s</h3>", waterfall.of());
            draw(waterfall, html);
        }
    }

    private void draw(Waterfall waterfall, Html html) {
        int height = waterfall.phases().size() * LINE + AXIS;
        html.add(
                "<div class=\"drawing\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"waterfall\">",
                WIDTH, height);
        double step = step();
        for (double at = 0; at <= seconds; at += step) {
            html.add("<line class=\"tick\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>", x(at), x(at), height - AXIS);
            html.add("<text class=\"across\" x=\"%.1f\" y=\"%d\">%s</text>", x(at), height - 8, label(at));
        }
        for (int i = 0; i < waterfall.phases().size(); i++) {
            bar(waterfall.phases().get(i), i * LINE, html);
        }
        html.raw("</svg></div>");
    }

    private void bar(Phase phase, int top, Html html) {
        double from = phase.from().toNanos() / 1e9;
        double to = phase.to().toNanos() / 1e9;
        html.add("<text class=\"lane\" x=\"0\" y=\"%d\">%s</text>", top + 16, phase.name());
        html.add(
                "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"3\"/>",
                x(from), top + 5, Math.max(2, x(to) - x(from)));
        html.add(
                "<text class=\"beside\" x=\"%.1f\" y=\"%d\">%s</text>",
                x(to) + 6,
                top + 16,
                String.format(
                        Locale.ROOT,
                        "%.0f ms%s",
                        (to - from) * 1000,
                        phase.classes() > 0 ? ", " + phase.classes() + " classes, " + phase.shared() + " ready" : ""));
    }

    private double step() {
        double step = 0.1;
        while (seconds / step > 6) {
            step *= seconds / step > 15 ? 5 : 2;
        }
        return step;
    }

    private double x(double at) {
        return LABELS + at / seconds * (WIDTH - LABELS - RIGHT);
    }

    private static String label(double seconds) {
        return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
    }
}
