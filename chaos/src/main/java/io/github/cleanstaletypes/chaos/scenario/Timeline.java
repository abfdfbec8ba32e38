package io.github.cleanstaletypes.chaos.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps what happens in one run, with its time. Can be shared between threads. */
public final class Timeline {

    private final long start = System.nanoTime();
    private final List<Event> events = new ArrayList<>();
    private final List<Span> open = new ArrayList<>();

    /** Keeps that something happens in an instant. */
    public void mark(Lane lane, String label) {
        Duration now = now();
        add(lane, label, now, now, false);
    }

    /** Keeps that a fault or an error strikes. */
    public void strike(Lane lane, String label) {
        Duration now = now();
        add(lane, label, now, now, true);
    }

    /** Keeps that something begins which takes time; it ends when that is told, or when the run is over. */
    public Span begin(Lane lane, String label) {
        Span span = new Span(lane, label, now());
        synchronized (events) {
            open.add(span);
        }
        return span;
    }

    /** The run is over: what has not ended ends now. */
    public void stop() {
        synchronized (events) {
            List.copyOf(open).forEach(Span::end);
        }
    }

    /** Lists all that happened, by its beginning; what has not ended ends now. */
    public List<Event> events() {
        synchronized (events) {
            stop();
            return events.stream().sorted(Comparator.comparing(Event::from)).toList();
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void add(Lane lane, String label, Duration from, Duration to, boolean bad) {
        synchronized (events) {
            events.add(new Event(lane, label, from, to, bad));
        }
    }

    /** A span is something that goes on. */
    public final class Span {

        private final Lane lane;
        private final String label;
        private final Duration from;

        private Span(Lane lane, String label, Duration from) {
            this.lane = lane;
            this.label = label;
            this.from = from;
        }

        /** It is over; a second time changes nothing. */
        public void end() {
            synchronized (events) {
                if (open.remove(this)) {
                    add(lane, label, from, now(), false);
                }
            }
        }
    }
}
