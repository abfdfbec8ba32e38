package io.github.cleanstaletypes.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Stands before a server on this machine, and speaks the protocol as proxies, load balancers and servers of other kinds do that are not to
 * be had here (PostgreSQL manual, "Message Formats"). What it is not told to change it passes on. Say what it is to do before it is opened.
 */
public final class StandIn implements AutoCloseable {

    private static final int CANCEL_REQUEST = 80877102;
    private static final int TLS_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int PARSE = 'P';
    private static final int QUERY = 'Q';

    private final int serverPort;
    private final Set<String> refused = new HashSet<>();
    private final Set<String> hungUpOn = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<UnaryOperator<String>> rewriting = new ArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final List<Map<String, String>> begun = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket end;
    private int later;
    private int busyFrom = Integer.MAX_VALUE;

    private StandIn(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.later = serverPort;
        this.end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** One before the server of this port. */
    public static StandIn before(int serverPort) {
        try {
            return new StandIn(serverPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a session that begins with this parameter, in PgBouncer's words. */
    public StandIn refusing(String parameter) {
        refused.add(parameter);
        return this;
    }

    /** Hangs up on such a session without a word. */
    public StandIn hangingUpOn(String parameter) {
        hungUpOn.add(parameter);
        return this;
    }

    /** Takes this parameter of a session's beginning, and does not pass it on. */
    public StandIn dropping(String parameter) {
        dropped.add(parameter);
        return this;
    }

    /** Passes statements on with what matches the pattern replaced, so that the server seems to be another one. */
    public StandIn rewriting(String pattern, String replacement) {
        rewriting.add(statement -> statement.replaceAll(pattern, replacement));
        return this;
    }

    /** Leads each session but the first to another server. */
    public StandIn leadingLaterSessionsTo(int port) {
        later = port;
        return this;
    }

    /** Accepts this many sessions, and says nothing to those that come after them. */
    public StandIn silentAfter(int number) {
        busyFrom = number;
        return this;
    }

    /** Begins. */
    public StandIn open() {
        daemon(() -> {
            while (true) {
                Socket client = end.accept();
                client.setTcpNoDelay(true);
                sockets.add(client);
                daemon(() -> serve(client));
            }
        });
        return this;
    }

    /** The port on localhost to connect to. */
    public int port() {
        return end.getLocalPort();
    }

    /** What each session asked for in its first message, also those that were refused. */
    public List<Map<String, String>> begun() {
        return List.copyOf(begun);
    }

    private void serve(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        byte[] first = first(in, out);
        int code = new DataInputStream(new ByteArrayInputStream(first)).readInt();
        if (code == CANCEL_REQUEST) {
            try (Socket server = connect(serverPort)) {
                send(server.getOutputStream(), first);
            }
            return;
        }
        Map<String, String> parameters = parameters(first);
        begun.add(Map.copyOf(parameters));
        if (parameters.keySet().stream().anyMatch(hungUpOn::contains)) {
            client.close();
            return;
        }
        for (String parameter : refused) {
            if (parameters.containsKey(parameter)) {
                refuse(out, "unsupported startup parameter: " + parameter);
                client.close();
                return;
            }
        }
        int number = sessions.getAndIncrement();
        if (number >= busyFrom) {
            return;
        }
        parameters.keySet().removeAll(dropped);
        Socket server = connect(number == 0 ? serverPort : later);
        send(server.getOutputStream(), startup(code, parameters));
        daemon(() -> passAnswers(server, client));
        try (server) {
            passQuestions(in, new DataOutputStream(server.getOutputStream()));
        }
    }

    private Socket connect(int port) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        server.setTcpNoDelay(true);
        sockets.add(server);
        return server;
    }

    /** What follows the offers of encryption, all of which are declined. */
    private static byte[] first(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] body = in.readNBytes(in.readInt() - 4);
            int code = new DataInputStream(new ByteArrayInputStream(body)).readInt();
            if (code != TLS_REQUEST && code != GSS_REQUEST) {
                return body;
            }
            out.writeByte('N');
            out.flush();
        }
    }

    private static Map<String, String> parameters(byte[] startup) {
        String[] texts = new String(startup, 4, startup.length - 4, StandardCharsets.UTF_8).split("\0", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i + 1 < texts.length && !texts[i].isEmpty(); i += 2) {
            parameters.put(texts[i], texts[i + 1]);
        }
        return parameters;
    }

    private static byte[] startup(int code, Map<String, String> parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(code);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.write((parameter.getKey() + "\0" + parameter.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
        }
        out.writeByte(0);
        return bytes.toByteArray();
    }

    private static void send(OutputStream out, byte[] body) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(body.length + 4);
        data.write(body);
        data.flush();
    }

    private static void refuse(DataOutputStream out, String message) throws IOException {
        byte[] fields = ("SFATAL\0VFATAL\0C08P01\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        out.writeByte('E');
        send(out, fields);
    }

    private void passQuestions(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int type = in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            out.writeByte(type);
            send(
                    out,
                    switch (type) {
                        case PARSE -> rewritten(body, 1);
                        case QUERY -> rewritten(body, 0);
                        default -> body;
                    });
        }
    }

    /** With the text that follows this many others replaced. */
    private byte[] rewritten(byte[] body, int before) throws IOException {
        int start = 0;
        for (int i = 0; i < before; i++) {
            start = zero(body, start) + 1;
        }
        int textEnd = zero(body, start);
        String statement = new String(body, start, textEnd - start, StandardCharsets.UTF_8);
        for (UnaryOperator<String> one : rewriting) {
            statement = one.apply(statement);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(body, 0, start);
        bytes.write(statement.getBytes(StandardCharsets.UTF_8));
        bytes.write(body, textEnd, body.length - textEnd);
        return bytes.toByteArray();
    }

    private static int zero(byte[] body, int from) {
        int i = from;
        while (body[i] != 0) {
            i++;
        }
        return i;
    }

    private static void passAnswers(Socket server, Socket client) throws IOException {
        try (client) {
            InputStream in = server.getInputStream();
            in.transferTo(client.getOutputStream());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one end is closed, and so this is over
                    }
                },
                "stand-in");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
