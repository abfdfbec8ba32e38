package io.github.cleanstaletypes.chaos.report;

import io.github.cleanstaletypes.chaos.scenario.Event;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Draws a timeline: a line for each participant, bars for what took time, points for what struck. The numbers in
 * it are those of the list beneath, so that no text is too small to read on a phone.
 */
final class TimelineDrawing {

    private static final int WIDTH = 720;
    private static final int LABELS = 104;
    private static final int RIGHT = 16;
    private static final int LINE = 30;
    private static final int AXIS = 22;
    private static final double SMALLEST_BAR = 3;
    private static final double NUMBER = 12;

    private final List<Event> events;
    private final List<Lane> lanes;
    private final double begin;
    private final double seconds;

    TimelineDrawing(List<Event> events) {
        this.events = events;
        this.lanes = events.stream().map(Event::lane).distinct().sorted().toList();
        // before the first event a database is made, which nobody wants to see
        this.begin = events.stream()
                .mapToDouble(event -> seconds(event.from()))
                .min()
                .orElse(0);
        double end =
                events.stream().mapToDouble(event -> seconds(event.to())).max().orElse(0);
        this.seconds = Math.max(0.001, end - begin);
    }

    void addTo(Html html) {
        if (events.isEmpty()) {
            return;
        }
        int height = lanes.size() * LINE + AXIS;
        html.add(
                "<div class=\"drawing\"><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"timeline\">",
                WIDTH, height);
        for (int i = 0; i < lanes.size(); i++) {
            int middle = i * LINE + LINE / 2;
            html.add(
                    "<text class=\"lane\" x=\"0\" y=\"%d\">%s</text>",
                    middle + 4, lanes.get(i).label());
            html.add(
                    "<line class=\"rail\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
                    LABELS, middle, WIDTH - RIGHT, middle);
        }
        addAxis(html, lanes.size() * LINE);
        // what struck lies on top
        for (boolean bad : new boolean[] {false, true}) {
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).bad() == bad) {
                    add(events.get(i), i + 1, html);
                }
            }
        }
        html.raw("</svg></div><ol class=\"events\">");
        events.forEach(event -> html.add(
                "<li class=\"%s\"><span class=\"time\">%.2f s</span> <b>%s</b> %s</li>",
                event.bad() ? "struck" : "event",
                seconds(event.from()),
                event.lane().label(),
                event.label()));
        html.raw("</ol>");
    }

    private void addAxis(Html html, int y) {
        double step = step();
        for (double t = Math.ceil(begin / step) * step; t <= begin + seconds; t += step) {
            html.add("<line class=\"tick\" x1=\"%.1f\" y1=\"0\" x2=\"%.1f\" y2=\"%d\"/>", x(t), x(t), y);
            html.add("<text class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>", x(t), y + 15, label(t, step));
        }
    }

    private void add(Event event, int number, Html html) {
        int middle = lanes.indexOf(event.lane()) * LINE + LINE / 2;
        double from = x(seconds(event.from()));
        html.add("<g class=\"%s\"><title>%s</title>", event.bad() ? "struck" : "event", event.label());
        if (event.lasts()) {
            double width = Math.max(SMALLEST_BAR, x(seconds(event.to())) - from);
            html.add("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"3\"/>", from, middle - 7, width);
            html.add("<text class=\"number\" x=\"%.1f\" y=\"%d\">%d</text>", from + 4, middle + 4, number);
        } else {
            html.add("<circle cx=\"%.1f\" cy=\"%d\" r=\"5\"/>", from, middle);
            int y = besideAnother(number - 1) ? middle + 15 : middle - 7;
            html.add("<text class=\"point\" x=\"%.1f\" y=\"%d\">%d</text>", from, y, number);
        }
        html.raw("</g>");
    }

    /** Tells whether the number of this point would be upon that of the one before it. */
    private boolean besideAnother(int index) {
        Event event = events.get(index);
        return events.subList(0, index).stream()
                .filter(other -> other.lane() == event.lane() && !other.lasts())
                .mapToDouble(other -> x(seconds(event.from())) - x(seconds(other.from())))
                .anyMatch(distance -> distance < NUMBER);
    }

    private double x(double at) {
        return LABELS + (at - begin) / seconds * (WIDTH - LABELS - RIGHT);
    }

    private double step() {
        double step = 0.01;
        while (seconds / step > 8) {
            step *= seconds / step > 40 ? 5 : 2;
        }
        return step;
    }

    private static String label(double t, double step) {
        return (step < 1 ? String.format(Locale.ROOT, "%.2f", t) : Long.toString(Math.round(t))) + " s";
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
