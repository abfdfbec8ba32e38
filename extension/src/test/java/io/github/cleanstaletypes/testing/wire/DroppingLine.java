package io.github.cleanstaletypes.testing.wire;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server on this machine, on which from some question on nothing arrives any more, either way: the last question still gets
 * through, its answer does not. Nobody is told, and each connection stays open until its client closes it. Questions are counted over all
 * connections: each request that the server answers (PostgreSQL manual, "Message Flow"). Can be shared between threads.
 */
public final class DroppingLine implements AutoCloseable {

    private static final int PASSWORD = 'p';
    private static final int QUERY = 'Q';
    private static final int SYNC = 'S';
    private static final int TLS_REQUEST = 80877103;

    private final int serverPort;
    private final int last;
    private final AtomicInteger questions = new AtomicInteger();
    private final Sockets sockets = new Sockets("line");
    private volatile boolean dropping;

    private DroppingLine(int serverPort, int last) {
        this.serverPort = serverPort;
        this.last = last;
    }

    /** One that lets everything through, and counts. */
    public static DroppingLine counting(int serverPort) {
        return droppingAfter(Integer.MAX_VALUE, serverPort);
    }

    /** One that lets this many questions through. */
    public static DroppingLine droppingAfter(int questions, int serverPort) {
        DroppingLine line = new DroppingLine(serverPort, questions);
        line.sockets.receive(line::connect);
        return line;
    }

    /** The port on localhost to connect to. */
    public int port() {
        return sockets.port();
    }

    /** How many questions were asked so far, those that got lost too. */
    public int questions() {
        return questions.get();
    }

    /** From now on nothing arrives. */
    public void drop() {
        dropping = true;
    }

    /** Whether nothing arrives any more. */
    public boolean isDropping() {
        return dropping;
    }

    private void connect(Socket client) throws IOException {
        Socket server = sockets.connect(serverPort);
        sockets.start(() -> ask(client, server));
        sockets.start(() -> answer(server, client));
    }

    /** Hangs up on the server when the client hangs up, as the server would find out by itself in the end. */
    private void ask(Socket client, Socket server) throws IOException {
        try (server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = new BufferedOutputStream(server.getOutputStream());
            boolean started = false;
            while (true) {
                int type = started ? in.readUnsignedByte() : 0;
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                boolean question = !started || type == QUERY || type == SYNC || type == PASSWORD;
                boolean tls = !started && length == 8 && code(body) == TLS_REQUEST;
                if (question) {
                    arrives();
                }
                if (questions.get() <= last) {
                    pass(out, started, type, length, body);
                    if (question) {
                        out.flush();
                    }
                }
                started = started || !tls;
            }
        }
    }

    private void arrives() {
        if (questions.incrementAndGet() >= last) {
            dropping = true;
        }
    }

    private static int code(byte[] body) {
        return ((body[0] & 0xff) << 24) | ((body[1] & 0xff) << 16) | ((body[2] & 0xff) << 8) | (body[3] & 0xff);
    }

    private static void pass(OutputStream out, boolean typed, int type, int length, byte[] body) throws IOException {
        if (typed) {
            out.write(type);
        }
        out.write(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        out.write(body);
    }

    private void answer(Socket server, Socket client) throws IOException {
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (!dropping) {
                out.write(buffer, 0, n);
            }
        }
        if (!dropping) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
