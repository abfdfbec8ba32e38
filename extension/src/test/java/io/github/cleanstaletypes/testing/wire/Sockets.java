package io.github.cleanstaletypes.testing.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sockets of what stands before a server on this machine, and the threads that serve them: closing them ends all. */
final class Sockets implements AutoCloseable {

    /** Goes on until one end is closed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** What becomes of a client that has connected. */
    @FunctionalInterface
    interface Reception {
        void of(Socket client) throws IOException;
    }

    private final String name;
    private final ServerSocket end;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param name what its threads are called */
    Sockets(String name) {
        this.name = name;
        try {
            this.end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return end.getLocalPort();
    }

    /** Receives clients from now on. */
    void receive(Reception reception) {
        start(() -> {
            while (true) {
                reception.of(kept(end.accept()));
            }
        });
    }

    Socket connect(int port) throws IOException {
        return kept(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private Socket kept(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one end is closed, and so this is over
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
