package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Relay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjIntConsumer;

/**
 * A meter stands between clients and the server, hands on what they send in the pieces in which it comes, and listens. Clients come
 * to its port instead of the server's.
 */
public final class Meter implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();
    private final Relay relay;

    private Meter(int serverPort) {
        this.relay = Relay.before(serverPort, this::listen);
    }

    /** Opens one before the server on this port. */
    public static Meter before(int serverPort) {
        return new Meter(serverPort);
    }

    /** Returns the port that clients connect to. */
    public int port() {
        return relay.port();
    }

    /** Returns what it has heard since it was asked last, when all connections of that time are over. */
    public Reading read() {
        List<Conversation> heard = List.copyOf(conversations);
        Await.until("the connections are over", () -> heard.stream().allMatch(Conversation::isOver));
        conversations.removeAll(heard);
        return new Reading(heard.stream().map(Conversation::heard).toList());
    }

    /**
     * What it has heard.
     *
     * @param connections one after another as they came
     */
    public record Reading(List<Heard> connections) {

        /** Tells what was asked. */
        public Talk talk(String program) {
            return Talk.of(program, this);
        }

        /** Returns those connections in which the product has asked something. */
        public Reading ofProduct() {
            return new Reading(connections.stream()
                    .filter(heard -> heard.statements().stream().anyMatch(SentStatement::isProducts))
                    .toList());
        }

        /** Adds up what all of it has cost the server. */
        public Duration server() {
            return connections.stream()
                    .map(heard -> heard.connecting().plus(heard.answering()))
                    .reduce(Duration.ZERO, Duration::plus);
        }

        /** Adds up what it has cost the server beyond the beginning of the connections. */
        public Duration answering() {
            return connections.stream().map(Heard::answering).reduce(Duration.ZERO, Duration::plus);
        }

        /** Counts how often a client waited for an answer, beyond connecting. */
        public int roundTrips() {
            return connections.stream().mapToInt(Heard::roundTrips).sum();
        }

        /** Counts the statements. */
        public int statements() {
            return connections.stream()
                    .mapToInt(heard -> heard.statements().size())
                    .sum();
        }
    }

    private Relay.Link listen() {
        Conversation conversation = new Conversation();
        conversations.add(conversation);
        return new Relay.Link() {
            @Override
            public void toServer(InputStream from, OutputStream to) throws IOException {
                hand(from, to, conversation::client);
            }

            @Override
            public void toClient(InputStream from, OutputStream to) throws IOException {
                hand(from, to, conversation::server);
            }

            @Override
            public boolean endsForBoth() {
                conversation.end();
                return true;
            }
        };
    }

    private static void hand(InputStream from, OutputStream to, ObjIntConsumer<byte[]> listener) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = from.read(piece); length > 0; length = from.read(piece)) {
            listener.accept(piece, length);
            to.write(piece, 0, length);
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
