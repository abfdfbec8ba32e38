package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Measures what a thread of this program does with the server, by way of a meter. */
public final class InProcess {

    private InProcess() {}

    /** Something is done, with connections to the meter that are closed in the end. */
    @FunctionalInterface
    public interface Work {

        /** Does it. */
        void run() throws Exception;
    }

    /** Does it, and tells what it has cost, the connecting left aside. */
    public static Cost cost(Meter meter, Work work) {
        return cost(meter, work, reading -> reading);
    }

    /**
     * Does it, and tells what it has cost, the connecting left aside.
     *
     * @param part which of the connections count on the server
     */
    public static Cost cost(Meter meter, Work work, UnaryOperator<Reading> part) {
        Duration before = ProcessorTime.ofThisThread();
        long start = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("What was to be measured failed", e);
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration client = ProcessorTime.ofThisThread().minus(before);
        return new Cost(wall, client, part.apply(meter.read()).answering());
    }
}
