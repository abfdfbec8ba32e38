package io.github.cleanstaletypes.chaos.bench.measure;

import java.time.Duration;

/**
 * A run has cost so much.
 *
 * @param wall from its start to its end
 * @param client the processor's time of its processes, user's and system's
 * @param server the processor's time of the server's processes that worked for it
 */
public record Cost(Duration wall, Duration client, Duration server) {

    /** Returns the processor's time on both sides, in seconds. */
    public double cpu() {
        return clientCpu() + serverCpu();
    }

    /** Returns the processor's time of its own processes, in seconds. */
    public double clientCpu() {
        return seconds(client);
    }

    /** Returns the processor's time of the server, in seconds. */
    public double serverCpu() {
        return seconds(server);
    }

    /** Returns the time that somebody waits for it, in seconds. */
    public double waiting() {
        return seconds(wall);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
