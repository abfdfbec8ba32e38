package io.github.cleanstaletypes.testing.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cable to a server on this machine, which can be cut: then nothing arrives any more, and nobody is told. */
public final class Cable implements AutoCloseable {

    private final ServerSocket end;
    private final int serverPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Cable(ServerSocket end, int serverPort) {
        this.end = end;
        this.serverPort = serverPort;
    }

    public static Cable to(int serverPort) {
        try {
            Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
            daemon(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return end.getLocalPort();
    }

    public void cut() {
        cut = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = end.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.add(client);
                sockets.add(server);
                daemon(() -> pass(client, server));
                daemon(() -> pass(server, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, n);
                }
            }
            if (!cut) {
                to.close();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cable");
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
