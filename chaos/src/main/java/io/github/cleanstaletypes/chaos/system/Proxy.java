package io.github.cleanstaletypes.chaos.system;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A proxy stands between a client and the server, on this machine: it can stop forwarding without a word, as a network does that
 * is gone, and it sees each message that asks the server to do something.
 */
public final class Proxy implements AutoCloseable {

    /** A request to encrypt has these four bytes after its length, and is followed by a real beginning. */
    private static final int SSL_REQUEST = 80877103;

    private final ServerSocket door;
    private final int serverPort;
    private final IntConsumer beforeRequest;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Proxy(ServerSocket door, int serverPort, IntConsumer beforeRequest) {
        this.door = door;
        this.serverPort = serverPort;
        this.beforeRequest = beforeRequest;
    }

    /** Opens one before the server on this port. */
    public static Proxy before(int serverPort) {
        return before(serverPort, number -> {});
    }

    /**
     * Opens one before the server on this port, and tells of requests.
     *
     * @param beforeRequest is told the number of each request, from 1, before the server gets it
     */
    public static Proxy before(int serverPort, IntConsumer beforeRequest) {
        try {
            Proxy proxy =
                    new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort, beforeRequest);
            start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port that clients connect to. */
    public int port() {
        return door.getLocalPort();
    }

    /** Forwards nothing more, in no direction: not even that one side has gone. */
    public void cut() {
        cut = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.addAll(List.of(client, server));
                start(() -> pump(client, server, this::forwardMessages));
                start(() -> pump(server, client, InputStream::transferTo));
            }
        } catch (IOException e) {
            // the door is closed: nobody comes any more
            return;
        }
    }

    private interface Forwarding {
        void run(InputStream from, OutputStream to) throws IOException;
    }

    private void pump(Socket from, Socket to, Forwarding forwarding) {
        try {
            forwarding.run(from.getInputStream(), new Cuttable(to.getOutputStream()));
        } catch (IOException e) {
            // one side has gone, as it does when a process is killed
        } finally {
            if (!cut) {
                close(to);
            }
        }
    }

    private void forwardMessages(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        boolean begun = false;
        while (true) {
            int type = begun ? in.read() : 0;
            if (type < 0) {
                return;
            }
            int length = in.readInt();
            byte[] body = in.readNBytes(length - 4);
            // a simple query, or the end of what belongs together
            if (type == 'Q' || type == 'S') {
                beforeRequest.accept(requests.incrementAndGet());
            }
            forward(to, type, length, body);
            begun |= length != 8 || ByteBuffer.wrap(body).getInt() != SSL_REQUEST;
        }
    }

    private static void forward(OutputStream to, int type, int length, byte[] body) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(length + 1);
        if (type != 0) {
            message.put((byte) type);
        }
        message.putInt(length).put(body);
        to.write(message.array(), 0, message.position());
    }

    /** Swallows what comes after the cut. */
    private final class Cuttable extends OutputStream {

        private final OutputStream to;

        Cuttable(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!cut) {
                to.write(bytes, offset, length);
                to.flush();
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot close the proxy", e);
        }
    }

    @Override
    public void close() {
        close(door);
        sockets.forEach(Proxy::close);
    }
}
