package io.github.cleanstaletypes.chaos.system;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A proxy stands between a client and the server, on this machine: it can stop forwarding without a word, as a network does that
 * is gone, and it sees each message that asks the server to do something.
 */
public final class Proxy implements AutoCloseable {

    /** A request to encrypt has these four bytes after its length, and is followed by a real beginning. */
    private static final int SSL_REQUEST = 80877103;

    private final IntConsumer beforeRequest;
    private final AtomicInteger requests = new AtomicInteger();
    private final Relay relay;
    private volatile boolean cut;

    private Proxy(int serverPort, IntConsumer beforeRequest) {
        this.beforeRequest = beforeRequest;
        this.relay = Relay.before(serverPort, Link::new);
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
        return new Proxy(serverPort, beforeRequest);
    }

    /** Returns the port that clients connect to. */
    public int port() {
        return relay.port();
    }

    /** Forwards nothing more, in no direction: not even that one side has gone. */
    public void cut() {
        cut = true;
    }

    /** What is said is looked at on the way to the server only. */
    private final class Link implements Relay.Link {

        @Override
        public void toServer(InputStream from, OutputStream to) throws IOException {
            forwardMessages(from, new Cuttable(to));
        }

        @Override
        public void toClient(InputStream from, OutputStream to) throws IOException {
            from.transferTo(new Cuttable(to));
        }

        @Override
        public boolean endsForBoth() {
            return !cut;
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

    @Override
    public void close() {
        relay.close();
    }
}
