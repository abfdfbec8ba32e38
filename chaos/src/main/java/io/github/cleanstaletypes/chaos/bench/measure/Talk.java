package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import java.time.Duration;
import java.util.List;

/**
 * What a program has asked the server, for who wants to ask less.
 *
 * @param of the program
 * @param connections one after another as they began
 */
public record Talk(String of, List<Connection> connections) {

    /** Copies the list. */
    public Talk {
        connections = List.copyOf(connections);
    }

    /**
     * A connection.
     *
     * @param roundTrips how often it waited for an answer, beyond connecting
     * @param connecting what it cost the server to begin it
     * @param answering what the questions cost the server
     * @param statements their names, or the first of their words
     */
    public record Connection(int roundTrips, Duration connecting, Duration answering, List<String> statements) {}

    static Talk of(String program, Reading reading) {
        return new Talk(
                program,
                reading.connections().stream()
                        .map(heard ->
                                new Connection(heard.roundTrips(), heard.connecting(), heard.answering(), names(heard)))
                        .toList());
    }

    private static List<String> names(Heard heard) {
        return heard.statements().stream().map(SentStatement::name).toList();
    }
}
