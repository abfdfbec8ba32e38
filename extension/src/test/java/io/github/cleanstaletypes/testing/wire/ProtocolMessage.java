package io.github.cleanstaletypes.testing.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message after the first, of either side (PostgreSQL manual, "Message Formats"). Immutable.
 *
 * @param type its letter
 * @param body the message after its length
 */
record ProtocolMessage(int type, byte[] body) {

    private static final int PARSE = 'P';
    private static final int QUERY = 'Q';
    private static final int READY = 'Z';
    private static final int TERMINATE = 'X';

    static ProtocolMessage read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return new ProtocolMessage(type, in.readNBytes(in.readInt() - 4));
    }

    /** What a pooler says to a session that it does not open. */
    static ProtocolMessage refusal(String why) {
        return new ProtocolMessage('E', ("SFATAL\0VFATAL\0C08P01\0M" + why + "\0\0").getBytes(StandardCharsets.UTF_8));
    }

    void write(DataOutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream whole = new DataOutputStream(bytes);
        whole.writeByte(type);
        whole.writeInt(body.length + 4);
        whole.write(body);
        out.write(bytes.toByteArray());
        out.flush();
    }

    /** Whether the server says by it that the next question may come. */
    boolean ready() {
        return type == READY;
    }

    /** Whether the client takes its leave by it. */
    boolean terminates() {
        return type == TERMINATE;
    }

    /** The same with its statement rewritten, if it has one. */
    ProtocolMessage rewritten(List<UnaryOperator<String>> rewriting) {
        // Parse has the name of the prepared statement before it
        return switch (type) {
            case PARSE -> rewritten(rewriting, zero(0) + 1);
            case QUERY -> rewritten(rewriting, 0);
            default -> this;
        };
    }

    private ProtocolMessage rewritten(List<UnaryOperator<String>> rewriting, int start) {
        int end = zero(start);
        String statement = new String(body, start, end - start, StandardCharsets.UTF_8);
        for (UnaryOperator<String> one : rewriting) {
            statement = one.apply(statement);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(body, 0, start);
        bytes.writeBytes(statement.getBytes(StandardCharsets.UTF_8));
        bytes.write(body, end, body.length - end);
        return new ProtocolMessage(type, bytes.toByteArray());
    }

    private int zero(int from) {
        int i = from;
        while (body[i] != 0) {
            i++;
        }
        return i;
    }
}
