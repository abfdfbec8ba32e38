package io.github.cleanstaletypes.testing.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session of a server's that several clients use by turns; whoever asked last gets the answers. */
final class SharedSession {

    private final DataInputStream fromServer;
    private final DataOutputStream toServer;
    private final List<ProtocolMessage> greeting;
    private volatile @Nullable DataOutputStream asking;

    private SharedSession(DataInputStream fromServer, DataOutputStream toServer, List<ProtocolMessage> greeting) {
        this.fromServer = fromServer;
        this.toServer = toServer;
        this.greeting = greeting;
    }

    /** Hears out a server that has been sent the first message, and asks for no password. */
    static SharedSession begun(DataInputStream fromServer, DataOutputStream toServer) throws IOException {
        List<ProtocolMessage> greeting = new ArrayList<>();
        do {
            greeting.add(ProtocolMessage.read(fromServer));
        } while (!greeting.get(greeting.size() - 1).ready());
        return new SharedSession(fromServer, toServer, greeting);
    }

    /** Greets a client as the server did, and passes on what it asks until it goes. */
    void serve(DataInputStream in, DataOutputStream out) throws IOException {
        for (ProtocolMessage message : greeting) {
            message.write(out);
        }
        for (ProtocolMessage message = ProtocolMessage.read(in);
                !message.terminates();
                message = ProtocolMessage.read(in)) {
            asking = out;
            message.write(toServer);
        }
    }

    void passAnswers() throws IOException {
        while (true) {
            ProtocolMessage message = ProtocolMessage.read(fromServer);
            DataOutputStream client = asking;
            if (client != null) {
                message.write(client);
            }
        }
    }
}
