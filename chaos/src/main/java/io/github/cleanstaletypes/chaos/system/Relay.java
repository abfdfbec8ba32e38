package io.github.cleanstaletypes.chaos.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A relay stands between clients and the server, on this machine: clients come to its port, and it hands on what both sides say. */
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final int serverPort;
    private final Supplier<Link> links;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket door, int serverPort, Supplier<Link> links) {
        this.door = door;
        this.serverPort = serverPort;
        this.links = links;
    }

    /** A client is linked with the server. Both directions are handed on side by side. */
    public interface Link {

        /** Hands on what the client says, until it says no more. */
        void toServer(InputStream from, OutputStream to) throws IOException;

        /** Hands on what the server says, until it says no more. */
        void toClient(InputStream from, OutputStream to) throws IOException;

        /** Hears that one side has gone, and says whether the other one is to notice it. */
        boolean endsForBoth();
    }

    /** Opens one before the server on this port; each client gets a link. */
    public static Relay before(int serverPort, Supplier<Link> links) {
        try {
            Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort, links);
            start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port that clients connect to. */
    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.addAll(List.of(client, server));
                Link link = links.get();
                start(() -> hand(client, server, link::toServer, link));
                start(() -> hand(server, client, link::toClient, link));
            }
        } catch (IOException e) {
            // the door is closed: nobody comes any more
            return;
        }
    }

    private interface Direction {
        void hand(InputStream from, OutputStream to) throws IOException;
    }

    private static void hand(Socket from, Socket to, Direction direction, Link link) {
        try {
            direction.hand(from.getInputStream(), to.getOutputStream());
        } catch (IOException e) {
            // one side has gone, as it does when a process is killed
        } finally {
            if (link.endsForBoth()) {
                close(to);
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close the relay", e);
        }
    }

    @Override
    public void close() {
        close(door);
        sockets.forEach(Relay::close);
    }
}
