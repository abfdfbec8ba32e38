package io.github.cleanstaletypes.internal.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Something on a port of localhost that is no PostgreSQL server, and does one thing with each connection. */
final class Listener implements AutoCloseable {

    @FunctionalInterface
    interface Behaviour {
        void serve(Socket socket, InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private Listener(int port, Behaviour behaviour) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                start(() -> behaviour.serve(socket, socket.getInputStream(), socket.getOutputStream()));
            }
        });
    }

    static Listener on(int port, Behaviour behaviour) {
        try {
            return new Listener(port, behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts and then never says a word. */
    static Listener silent() {
        return on(0, (socket, in, out) -> {});
    }

    /** Sends these bytes as soon as the client has sent something. */
    static Listener answering(byte[] answer) {
        return on(0, (socket, in, out) -> {
            in.read(new byte[1024]);
            out.write(answer);
        });
    }

    /** Hangs up as soon as the client has sent something, as the proxy of a container does whose server is not up. */
    static Listener hangingUp() {
        return on(0, (socket, in, out) -> {
            in.read(new byte[1024]);
            socket.close();
        });
    }

    /** Refuses TLS, and answers what comes after that with an error of this SQLSTATE, as a server does that starts. */
    static Listener refusing(String sqlState, String message) {
        byte[] fields = ("SFATAL\0VFATAL\0C" + sqlState + "\0M" + message + "\0\0").getBytes(StandardCharsets.UTF_8);
        return on(0, (socket, in, out) -> {
            byte[] request = new byte[1024];
            int length = in.read(request);
            if (length == 8) {
                out.write('N');
                in.read(request);
            }
            out.write('E');
            out.write(new byte[] {0, 0, 0, (byte) (fields.length + 4)});
            out.write(fields);
            socket.shutdownOutput();
        });
    }

    /** Passes everything on to another port. */
    static Listener relay(int port, int target) {
        return on(port, (socket, in, out) -> {
            Socket other = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> other.getInputStream().transferTo(out));
            in.transferTo(other.getOutputStream());
        });
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // the other side hung up, which ends this thread's work
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
