package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A start as three witnesses tell it: the process that waits for it, the JVM's log of the classes that it loads, and the meter before
 * the server. All have the same clock.
 *
 * @param process from its start to its end
 * @param classes in the order in which they were loaded
 * @param reading one connection, or the first of several
 */
record StartTrace(Finished process, List<LoadedClass> classes, Reading reading) {

    /** Classes of Java's own: the first other one is the beginning of the program. */
    private static final Set<String> JAVAS = Set.of("java", "javax", "jdk", "sun");

    private static final String DRIVER = "org.postgresql.";

    Waterfall waterfall(String of) {
        if (reading.connections().isEmpty() || classes.isEmpty()) {
            throw new Unmeasurable("No start to draw: " + process.printed());
        }
        Heard first = reading.connections().get(0);
        long last = reading.connections().stream()
                .mapToLong(Heard::lastAnswer)
                .max()
                .orElseThrow();
        long program = firstClass(false);
        List<Phase> phases = new ArrayList<>();
        add(phases, "Java starts", process.started(), program);
        add(phases, "program, options", program, Math.max(program, firstClass(true)));
        add(phases, "driver, until it knocks", Math.max(program, firstClass(true)), first.accepted());
        add(phases, "connecting", first.accepted(), first.ready());
        add(phases, "questions and answers", first.ready(), last);
        add(phases, "result, end", last, process.ended());
        return new Waterfall(of, phases);
    }

    private void add(List<Phase> phases, String name, long from, long to) {
        List<LoadedClass> loaded = classes.stream()
                .filter(type -> type.at() >= from && type.at() < to)
                .toList();
        phases.add(new Phase(
                name,
                Duration.ofNanos(from - process.started()),
                Duration.ofNanos(to - process.started()),
                loaded.size(),
                loaded.stream().filter(LoadedClass::shared).count()));
    }

    private long firstClass(boolean driver) {
        return classes.stream()
                .filter(type -> driver
                        ? type.name().startsWith(DRIVER)
                        : !JAVAS.contains(type.name().split("[.]", 2)[0]))
                .mapToLong(LoadedClass::at)
                .findFirst()
                .orElseThrow(() -> new Unmeasurable("The program loaded nothing of its own: " + process.printed()));
    }
}
