package io.github.cleanstaletypes.testing.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A cable to a server on this machine, which can be cut: then nothing arrives any more, and nobody is told. */
public final class Cable implements AutoCloseable {

    private final Sockets sockets = new Sockets("cable");
    private volatile boolean cut;

    private Cable() {}

    /** One that is whole. */
    public static Cable to(int serverPort) {
        Cable cable = new Cable();
        cable.sockets.receive(client -> cable.connect(client, serverPort));
        return cable;
    }

    /** The port on localhost to connect to. */
    public int port() {
        return sockets.port();
    }

    /** From now on nothing arrives. */
    public void cut() {
        cut = true;
    }

    private void connect(Socket client, int serverPort) throws IOException {
        Socket server = sockets.connect(serverPort);
        sockets.start(() -> pass(client, server));
        sockets.start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) throws IOException {
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
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
