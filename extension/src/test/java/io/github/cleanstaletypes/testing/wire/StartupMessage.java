package io.github.cleanstaletypes.testing.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client's first message to a server (PostgreSQL manual, "Message Formats"). Immutable.
 *
 * @param code the protocol's version, or what else is asked for
 * @param body the message after its length
 */
record StartupMessage(int code, byte[] body) {

    private static final int CANCEL_REQUEST = 80877102;
    private static final int TLS_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    /** Reads it, and declines the offers of encryption before it. */
    static StartupMessage read(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] body = in.readNBytes(in.readInt() - 4);
            int code = new DataInputStream(new ByteArrayInputStream(body)).readInt();
            if (code != TLS_REQUEST && code != GSS_REQUEST) {
                return new StartupMessage(code, body);
            }
            out.writeByte('N');
            out.flush();
        }
    }

    /** Whether it only asks to cancel another session's statement. */
    boolean cancels() {
        return code == CANCEL_REQUEST;
    }

    /** What the session asks for, by the names that the server knows. */
    Map<String, String> parameters() {
        String[] texts = new String(body, 4, body.length - 4, StandardCharsets.UTF_8).split("\0", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i + 1 < texts.length && !texts[i].isEmpty(); i += 2) {
            parameters.put(texts[i], texts[i + 1]);
        }
        return parameters;
    }

    /** The same without these parameters. */
    StartupMessage without(Collection<String> dropped) throws IOException {
        Map<String, String> parameters = parameters();
        parameters.keySet().removeAll(dropped);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(code);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.write((parameter.getKey() + "\0" + parameter.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
        }
        out.writeByte(0);
        return new StartupMessage(code, bytes.toByteArray());
    }
}
