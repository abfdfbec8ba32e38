package io.github.cleanstaletypes.testing.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a server on this machine, and speaks the protocol as proxies, poolers, load balancers and servers of other kinds do that are
 * not to be had here. What it is not told to change it passes on. Say what it is to do before it is opened.
 */
public final class StandIn implements AutoCloseable {

    private final int serverPort;
    private final Set<String> refused = new HashSet<>();
    private final Set<String> hungUpOn = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<UnaryOperator<String>> rewriting = new ArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final List<Map<String, String>> begun = new CopyOnWriteArrayList<>();
    private final Sockets sockets = new Sockets("stand-in");
    private int later;
    private CountDownLatch ending = new CountDownLatch(0);
    private int silentFrom = Integer.MAX_VALUE;
    private boolean sharing;
    private @Nullable SharedSession shared;

    private StandIn(int serverPort) {
        this.serverPort = serverPort;
        this.later = serverPort;
    }

    /** One before the server of this port. */
    public static StandIn before(int serverPort) {
        return new StandIn(serverPort);
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
        return rewriting(statement -> statement.replaceAll(pattern, replacement));
    }

    /** Passes statements on as this makes them; it may change its mind. */
    public StandIn rewriting(UnaryOperator<String> one) {
        rewriting.add(one);
        return this;
    }

    /** Leads each session but the first to another server. */
    public StandIn leadingLaterSessionsTo(int port) {
        later = port;
        return this;
    }

    /** Accepts this many sessions, and says nothing to those that come after them. */
    public StandIn silentAfter(int number) {
        silentFrom = number;
        return this;
    }

    /** Lets no session end before this, as one of a busy server may take its time. */
    public StandIn endingAfter(CountDownLatch moment) {
        ending = moment;
        return this;
    }

    /** Lets all clients work in one session of the server's, and tells each of them its process. */
    public StandIn sharingOneSession() {
        sharing = true;
        return this;
    }

    /** Begins. */
    public StandIn open() {
        sockets.receive(client -> sockets.start(() -> serve(client)));
        return this;
    }

    /** The port on localhost to connect to. */
    public int port() {
        return sockets.port();
    }

    /** What each session asked for in its first message, also those that were refused. */
    public List<Map<String, String>> begun() {
        return List.copyOf(begun);
    }

    private void serve(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        StartupMessage first = StartupMessage.read(in, out);
        if (!first.cancels() && accepts(first.parameters(), client, out)) {
            int number = sessions.getAndIncrement();
            if (number < silentFrom) {
                pass(first.without(dropped), number == 0 ? serverPort : later, client, in, out);
            }
        }
    }

    private boolean accepts(Map<String, String> parameters, Socket client, DataOutputStream out) throws IOException {
        begun.add(Map.copyOf(parameters));
        if (parameters.keySet().stream().anyMatch(hungUpOn::contains)) {
            client.close();
            return false;
        }
        for (String parameter : parameters.keySet()) {
            if (refused.contains(parameter)) {
                ProtocolMessage.refusal("unsupported startup parameter: " + parameter)
                        .write(out);
                client.close();
                return false;
            }
        }
        return true;
    }

    private void pass(StartupMessage first, int port, Socket client, DataInputStream in, DataOutputStream out)
            throws IOException {
        if (sharing) {
            one(first).serve(in, out);
            return;
        }
        Socket server = sockets.connect(port);
        try (server) {
            DataOutputStream toServer = begin(first, server);
            sockets.start(() -> {
                try (client) {
                    server.getInputStream().transferTo(out);
                }
            });
            while (true) {
                ProtocolMessage message = ProtocolMessage.read(in);
                if (message.terminates()) {
                    await(ending);
                }
                message.rewritten(rewriting).write(toServer);
            }
        }
    }

    private static void await(CountDownLatch moment) throws IOException {
        try {
            moment.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private synchronized SharedSession one(StartupMessage first) throws IOException {
        SharedSession session = shared;
        if (session == null) {
            Socket server = sockets.connect(serverPort);
            session = SharedSession.begun(new DataInputStream(server.getInputStream()), begin(first, server));
            shared = session;
            sockets.start(session::passAnswers);
        }
        return session;
    }

    private static DataOutputStream begin(StartupMessage first, Socket server) throws IOException {
        DataOutputStream out = new DataOutputStream(server.getOutputStream());
        out.writeInt(first.body().length + 4);
        out.write(first.body());
        out.flush();
        return out;
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
