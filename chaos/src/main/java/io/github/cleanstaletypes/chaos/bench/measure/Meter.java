package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.system.Await;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A meter stands between clients and the server, hands on what they send in the pieces in which it comes, and listens. Clients come
 * to its port instead of the server's.
 */
public final class Meter implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final ServerSocket door;
    private final int serverPort;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();

    private Meter(ServerSocket door, int serverPort) {
        this.door = door;
        this.serverPort = serverPort;
    }

    /** Opens one before the server on this port. */
    public static Meter before(int serverPort) {
        try {
            Meter meter = new Meter(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
            start(meter::accept);
            return meter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port that clients connect to. */
    public int port() {
        return door.getLocalPort();
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

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Conversation conversation = new Conversation();
                conversations.add(conversation);
                start(() -> hand(client, server, conversation::client, conversation));
                start(() -> hand(server, client, conversation::server, conversation));
            }
        } catch (IOException e) {
            // the door is closed: nobody comes any more
            return;
        }
    }

    private interface Listener {
        void hears(byte[] bytes, int length);
    }

    private static void hand(Socket from, Socket to, Listener listener, Conversation conversation) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length > 0; length = in.read(piece)) {
                listener.hears(piece, length);
                out.write(piece, 0, length);
            }
        } catch (IOException e) {
            // one side has gone, as it does when it is done
        } finally {
            conversation.end();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "meter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
