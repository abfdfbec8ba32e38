package io.github.cleanstaletypes.chaos.bench.page;

import io.github.cleanstaletypes.chaos.bench.figure.Curve;
import io.github.cleanstaletypes.chaos.bench.figure.Curve.Point;
import io.github.cleanstaletypes.chaos.report.Html;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Draws times over the number of types, both axes logarithmic: what grows in proportion rises by a decade each decade. */
final class GrowthDrawing {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 340;
    private static final int LEFT = 64;
    private static final int RIGHT = 40;
    private static final int TOP = 12;
    private static final int BOTTOM = 36;

    /** What takes no time that could be measured lies at the bottom. */
    private static final double LEAST = 1e-4;

    private final List<Curve> curves;

    GrowthDrawing(List<Curve> curves) {
        this.curves = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
    }

    void addTo(Html html) {
        if (curves.isEmpty()) {
            return;
        }
        Scale across = Scale.overPowers(
                numbers(Point::types).min().orElseThrow(),
                numbers(Point::types).max().orElseThrow(),
                LEFT,
                WIDTH - RIGHT);
        Scale upward = Scale.overPowers(
                numbers(GrowthDrawing::seconds).min().orElseThrow(),
                numbers(GrowthDrawing::seconds).max().orElseThrow(),
                HEIGHT - BOTTOM,
                TOP);
        html.raw("<h2 id=\"curves\">Growth with the catalog</h2>");
        html.raw(
                "<p>Seconds of a processor, over the number of types; both scales are logarithmic. The full look is told less"
                        + " its start, the quick look and the counts as what they cost the server.</p>");
        html.add(
                "<div class=\"drawing\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"growth curves\">",
                WIDTH, HEIGHT);
        axes(across, upward, html);
        for (int i = 0; i < curves.size(); i++) {
            draw(curves.get(i), i, across, upward, html);
        }
        html.raw("</svg></div><ul class=\"legend\">");
        for (int i = 0; i < curves.size(); i++) {
            html.add(
                    "<li><span class=\"line c%d\"></span> %s</li>",
                    i, curves.get(i).of());
        }
        html.raw("</ul>");
    }

    private void axes(Scale across, Scale upward, Html html) {
        for (double types = across.low(); types <= across.high() * 1.001; types *= 10) {
            double x = across.place(types);
            html.add("<line class=\"tick\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", x, TOP, x, HEIGHT - BOTTOM);
            html.add(
                    "<text class=\"across\" x=\"%.1f\" y=\"%d\">%s</text>",
                    x, HEIGHT - BOTTOM + 18, String.format(Locale.ROOT, "%,.0f", types));
        }
        for (double seconds = upward.low(); seconds <= upward.high() * 1.001; seconds *= 10) {
            double y = upward.place(seconds);
            html.add("<line class=\"tick\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>", LEFT, y, WIDTH - RIGHT, y);
            html.add("<text class=\"upward\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT - 8, y + 4, label(seconds));
        }
    }

    private static void draw(Curve curve, int number, Scale across, Scale upward, Html html) {
        StringBuilder line = new StringBuilder();
        for (Point point : curve.points()) {
            line.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", across.place(point.types()), upward.place(seconds(point))));
        }
        html.add(
                "<polyline class=\"c%d\" points=\"%s\"/>",
                number, line.toString().strip());
        for (Point point : curve.points()) {
            html.add(
                    "<circle class=\"c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"><title>%s</title></circle>",
                    number,
                    across.place(point.types()),
                    upward.place(seconds(point)),
                    String.format(Locale.ROOT, "%s: %,d types, %.4f s", curve.of(), point.types(), point.seconds()));
        }
    }

    private DoubleStream numbers(ToDoubleFunction<Point> number) {
        return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(number);
    }

    private static double seconds(Point point) {
        return Math.max(LEAST, point.seconds());
    }

    private static String label(double seconds) {
        return seconds < 0.9
                ? String.format(Locale.ROOT, "%s ms", trimmed(seconds * 1000))
                : String.format(Locale.ROOT, "%s s", trimmed(seconds));
    }

    private static String trimmed(double number) {
        return number < 0.9 ? String.format(Locale.ROOT, "%.1f", number) : String.format(Locale.ROOT, "%.0f", number);
    }
}
