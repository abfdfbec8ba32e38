package io.github.cleanstaletypes.chaos.bench.measure;

import java.time.Duration;
import java.util.List;

/**
 * What was heard of a connection; moments are those of {@link System#nanoTime}.
 *
 * @param accepted when the client came
 * @param ready when it could ask, or 0
 * @param lastAnswer when it had its last answer
 * @param roundTrips how often it waited for an answer since
 * @param connecting what it cost the server to begin it
 * @param answering what its questions cost the server
 */
public record Heard(
        long accepted,
        long ready,
        long lastAnswer,
        int roundTrips,
        Duration connecting,
        Duration answering,
        List<SentStatement> statements) {}
