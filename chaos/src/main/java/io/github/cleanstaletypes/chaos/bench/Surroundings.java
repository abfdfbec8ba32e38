package io.github.cleanstaletypes.chaos.bench;

import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Fact;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Tells where a bench ran: what else the machine does is told by its load, before and after. */
final class Surroundings {

    private final Bench bench;
    private final double before = load();

    Surroundings(Bench bench) {
        this.bench = bench;
    }

    List<Fact> facts() {
        return List.of(
                new Fact(
                        "machine",
                        Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name")
                                + " " + System.getProperty("os.arch")),
                new Fact("load", String.format(Locale.ROOT, "%.1f before, %.1f after", before, load())),
                new Fact("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")),
                new Fact("server", "PostgreSQL " + bench.postgres() + ", its files in memory where there is room"),
                new Fact(
                        "sizes",
                        String.format(
                                Locale.ROOT,
                                "%,d types, %,d removals, %,d names, %d databases",
                                bench.size().types(),
                                bench.size().removals(),
                                bench.size().names(),
                                bench.size().databases())),
                new Fact(
                        "rounds",
                        bench.size().rounds() + ", of what takes seconds "
                                + bench.size().large()));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
