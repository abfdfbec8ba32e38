package io.github.cleanstaletypes.chaos.bench.measure;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One client's connection is listened to: what it asks, how often it waits for an answer, and what its server process costs. */
final class Conversation {

    /** A client asks in its first message whether it may encrypt, by TLS or by GSS. */
    private static final int TLS_REQUEST = 80877103;

    private static final int GSS_REQUEST = 80877104;

    private final MessageStream fromClient = new MessageStream(false, this::clientSays);
    private final MessageStream fromServer = new MessageStream(true, this::serverSays);
    private final Sent sent = new Sent();
    private final long accepted = System.nanoTime();
    private long pid;
    private boolean serverSpokeLast;
    private int roundTrips;
    private long ready;
    private long lastAnswer;
    private Duration atReady = Duration.ZERO;
    private Duration atLastAnswer = Duration.ZERO;
    private boolean over;

    /** Takes what the client has sent; a message that ends the connection is looked at before the server gets it. */
    synchronized void client(byte[] bytes, int length) {
        if (serverSpokeLast && ready != 0 && bytes[0] != 'X') {
            roundTrips++;
        }
        serverSpokeLast = false;
        fromClient.feed(bytes, length);
    }

    /** Takes what the server has sent. */
    synchronized void server(byte[] bytes, int length) {
        serverSpokeLast = true;
        fromServer.feed(bytes, length);
    }

    /** It is over for one of both sides, and so for the other. */
    synchronized void end() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized Heard heard() {
        return new Heard(
                accepted, ready, lastAnswer, roundTrips, atReady, atLastAnswer.minus(atReady), sent.statements());
    }

    private void clientSays(int type, ByteBuffer body) {
        switch (type) {
            case MessageStream.UNTYPED -> {
                int code = body.getInt();
                if (code == TLS_REQUEST || code == GSS_REQUEST) {
                    fromServer.answerOfOneByteFollows();
                } else {
                    fromClient.typesFollow();
                }
            }
            case 'X' -> lookAtServer();
            default -> sent.add(type, body);
        }
    }

    private void serverSays(int type, ByteBuffer body) {
        switch (type) {
            case 'K' -> pid = body.getInt();
            case 'Z' -> {
                lastAnswer = System.nanoTime();
                lookAtServer();
                if (ready == 0) {
                    ready = lastAnswer;
                    atReady = atLastAnswer;
                }
            }
            default -> {
                // an answer's contents
            }
        }
    }

    private void lookAtServer() {
        if (pid != 0) {
            atLastAnswer = ProcessorTime.of(pid);
        }
    }

    /** The statements are kept as they were sent, so that they can be sent again. */
    private static final class Sent {

        private final List<Statement> statements = new ArrayList<>();

        void add(int type, ByteBuffer body) {
            byte[] bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            Message message = new Message((char) type, ByteBuffer.wrap(bytes));
            switch (type) {
                case 'P' -> {
                    ByteBuffer parts = body.duplicate();
                    MessageStream.text(parts);
                    statements.add(new Statement(MessageStream.text(parts), new ArrayList<>(List.of(message))));
                }
                case 'Q' ->
                    statements.add(
                            new Statement(MessageStream.text(body.duplicate()), new ArrayList<>(List.of(message))));
                case 'B', 'D', 'E', 'C' -> {
                    if (!statements.isEmpty()) {
                        statements.get(statements.size() - 1).messages().add(message);
                    }
                }
                default -> {
                    // passwords, and what ends a group
                }
            }
        }

        List<Statement> statements() {
            return statements.stream()
                    .map(statement -> new Statement(statement.sql(), List.copyOf(statement.messages())))
                    .toList();
        }
    }

    /**
     * A client's message.
     *
     * @param type its letter
     * @param body what follows its length
     */
    record Message(char type, ByteBuffer body) {

        byte[] bytes() {
            byte[] bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }
    }

    /**
     * A statement was sent by these messages.
     *
     * @param sql its text
     */
    record Statement(String sql, List<Message> messages) {}

    /**
     * What was heard of a connection; moments are those of {@link System#nanoTime}.
     *
     * @param accepted when the client came
     * @param ready when it could ask, or 0
     * @param lastAnswer when it had its last answer
     * @param roundTrips how often it waited for an answer since
     * @param connecting what it cost the server to begin it
     * @param answering what its questions cost the server
     */
    record Heard(
            long accepted,
            long ready,
            long lastAnswer,
            int roundTrips,
            Duration connecting,
            Duration answering,
            List<Statement> statements) {}
}
