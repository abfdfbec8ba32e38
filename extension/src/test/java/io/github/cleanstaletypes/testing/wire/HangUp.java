package io.github.cleanstaletypes.testing.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server on this machine, and hangs up on both at one question of the client's, as happens when either is
 * killed: then all sessions are over, and there is no new one. Questions are counted over all sessions. Can be shared between threads.
 */
public final class HangUp implements AutoCloseable {

    /** When it hangs up. */
    public enum Moment {
        /** Before the server hears the question. */
        BEFORE,
        /** When the server has just heard it. */
        IN_IT,
        /** When the server has answered it, and the client has not heard the answer. */
        AFTER
    }

    private static final int QUERY = 'Q';
    private static final int SYNC = 'S';
    private static final int TLS_REQUEST = 80877103;

    private final int serverPort;
    private final int last;
    private final Moment moment;
    private final Runnable atThat;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Sockets sockets = new Sockets("hang-up");

    private HangUp(int serverPort, int last, Moment moment, Runnable atThat) {
        this.serverPort = serverPort;
        this.last = last;
        this.moment = moment;
        this.atThat = atThat;
        sockets.receive(this::connect);
    }

    /** One that passes everything on, and counts. */
    public static HangUp never(int serverPort) {
        return at(Integer.MAX_VALUE, Moment.BEFORE, serverPort, () -> {});
    }

    /**
     * One that hangs up.
     *
     * @param question the first one is 1
     * @param atThat is run just before
     */
    public static HangUp at(int question, Moment moment, int serverPort, Runnable atThat) {
        return new HangUp(serverPort, question, moment, atThat);
    }

    /** The port on localhost to connect to. */
    public int port() {
        return sockets.port();
    }

    /** How many questions were asked so far. */
    public int questions() {
        return questions.get();
    }

    /** Whether it has hung up. */
    public boolean isOver() {
        return over.get();
    }

    private void connect(Socket client) throws IOException {
        Socket server = sockets.connect(serverPort);
        sockets.start(() -> new Line(client, server).ask());
    }

    private void hangUp() throws IOException {
        if (over.compareAndSet(false, true)) {
            atThat.run();
            sockets.close();
        }
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }

    /** One session. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private final AtomicBoolean awaited = new AtomicBoolean();

        private Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** Hangs up on the server when the client does. */
        private void ask() throws IOException {
            try (server) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(server.getOutputStream());
                begin(in, out);
                sockets.start(this::answer);
                while (true) {
                    ProtocolMessage message = ProtocolMessage.read(in);
                    boolean question = message.type() == QUERY || message.type() == SYNC;
                    pass(question, () -> message.write(out));
                }
            }
        }

        private void begin(DataInputStream in, DataOutputStream out) throws IOException {
            boolean begun = false;
            while (!begun) {
                byte[] body = in.readNBytes(in.readInt() - 4);
                boolean tls = body.length == 4 && new BigInteger(body).intValue() == TLS_REQUEST;
                pass(!tls, () -> {
                    out.writeInt(body.length + 4);
                    out.write(body);
                    out.flush();
                });
                if (tls) {
                    client.getOutputStream().write(server.getInputStream().read());
                }
                begun = !tls;
            }
        }

        private void pass(boolean question, Sockets.Work passing) throws IOException {
            boolean hanging = question && questions.incrementAndGet() == last;
            if (hanging && moment == Moment.BEFORE) {
                hangUp();
                return;
            }
            awaited.compareAndSet(false, hanging && moment == Moment.AFTER);
            passing.run();
            if (hanging && moment == Moment.IN_IT) {
                hangUp();
            }
        }

        private void answer() throws IOException {
            try (client) {
                DataInputStream in = new DataInputStream(server.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                while (true) {
                    ProtocolMessage message = ProtocolMessage.read(in);
                    if (!awaited.get()) {
                        message.write(out);
                    } else if (message.ready()) {
                        hangUp();
                    }
                }
            }
        }
    }
}
