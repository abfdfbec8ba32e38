package io.github.cleanstaletypes.chaos.bench.measure;

import java.nio.ByteBuffer;
import java.time.Duration;

/** One client's connection is listened to: what it asks, how often it waits for an answer, and what its server process costs. */
final class Conversation {

    /** A client asks in its first message whether it may encrypt, by TLS or by GSS. */
    private static final int TLS_REQUEST = 80877103;

    private static final int GSS_REQUEST = 80877104;

    /** The driver itself says this before it hands a connection out: that belongs to connecting. */
    private static final String DRIVERS_OWN = "SET application_name = ";

    private final MessageStream fromClient = new MessageStream(false, this::clientSays);
    private final MessageStream fromServer = new MessageStream(true, this::serverSays);
    private final SentStatements sent = new SentStatements();
    private final long accepted = System.nanoTime();
    private long pid;
    private boolean serverSpokeLast;
    private int roundTrips;
    private long ready;
    private long lastAnswer;
    private Duration atReady = Duration.ZERO;
    private Duration atLastAnswer = Duration.ZERO;
    private boolean driverSets;
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
        return new Heard(accepted, ready, lastAnswer, roundTrips, atReady, atLastAnswer.minus(atReady), sent.all());
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
            default -> {
                sent.add(type, body);
                driverSets |= sent.takeFirst(DRIVERS_OWN);
            }
        }
    }

    private void serverSays(int type, ByteBuffer body) {
        switch (type) {
            case 'K' -> pid = body.getInt();
            case 'Z' -> {
                lastAnswer = System.nanoTime();
                lookAtServer();
                if (ready == 0 || driverSets) {
                    ready = lastAnswer;
                    atReady = atLastAnswer;
                    roundTrips = 0;
                    driverSets = false;
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
}
