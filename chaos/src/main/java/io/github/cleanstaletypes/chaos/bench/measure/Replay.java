package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.SentStatement.Message;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Sends questions again as they were sent, by the same messages, in a connection of their own: what the server needs for them alone. */
public final class Replay {

    /** A question reads from something; what sets, begins, ends or locks does not. */
    private static final Pattern QUESTION =
            Pattern.compile("(?is)^\\s*(/\\*.*?\\*/|--[^\\n]*\\n|\\s)*(SELECT|WITH)\\b.*\\bFROM\\b.*");

    private static final int PROTOCOL = 3 << 16;

    private final List<SentStatement> questions;
    private final Database database;

    private Replay(List<SentStatement> questions, Database database) {
        this.questions = questions;
        this.database = database;
    }

    /** Takes the questions that were heard. */
    public static Replay ofQuestions(Reading reading, Database database) {
        List<SentStatement> questions = reading.connections().stream()
                .flatMap(heard -> heard.statements().stream())
                .filter(statement -> QUESTION.matcher(statement.sql()).matches())
                .toList();
        if (questions.isEmpty()) {
            throw new Unmeasurable("No question was heard");
        }
        return new Replay(questions, database);
    }

    /** Counts them. */
    public int size() {
        return questions.size();
    }

    /** Sends them, and reads the answers. */
    public void play() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), database.port());
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            begin(out);
            awaitReady(in);
            for (SentStatement question : questions) {
                out.write(bytes(question));
                awaitReady(in);
            }
            out.write(new byte[] {'X', 0, 0, 0, 4});
        }
    }

    private void begin(DataOutputStream out) throws IOException {
        byte[] names = "user\0%s\0database\0%s\0client_encoding\0UTF8\0\0"
                .formatted(PostgresServer.SUPERUSER, database.name())
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream message = new DataOutputStream(whole);
        message.writeInt(8 + names.length);
        message.writeInt(PROTOCOL);
        message.write(names);
        out.write(whole.toByteArray());
    }

    private static byte[] bytes(SentStatement question) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        for (Message message : question.messages()) {
            byte[] body = message.bytes();
            out.writeByte(message.type());
            out.writeInt(4 + body.length);
            out.write(body);
        }
        if (question.messages().get(0).type() != 'Q') {
            out.writeByte('S');
            out.writeInt(4);
        }
        return whole.toByteArray();
    }

    private static void awaitReady(DataInputStream in) throws IOException {
        while (true) {
            int type = in.readUnsignedByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            if (type == 'E') {
                throw new Unmeasurable("A question failed: " + new String(body, StandardCharsets.UTF_8));
            }
            if (type == 'Z') {
                return;
            }
        }
    }
}
