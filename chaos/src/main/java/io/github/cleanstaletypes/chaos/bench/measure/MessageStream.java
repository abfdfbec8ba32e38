package io.github.cleanstaletypes.chaos.bench.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One direction of a connection is cut into the protocol's messages, whatever pieces it arrives in. */
final class MessageStream {

    /** A message has arrived as a whole. */
    interface Listener {

        /**
         * Takes it.
         *
         * @param type its letter, or 0 if it has none, as a client's first messages
         */
        void message(int type, ByteBuffer body);
    }

    /** The type of a client's first messages. */
    static final int UNTYPED = 0;

    private static final int LENGTH = 4;

    private final Listener listener;
    private byte[] rest = new byte[0];
    private boolean typed;
    private boolean answerOfOneByte;

    MessageStream(boolean typed, Listener listener) {
        this.typed = typed;
        this.listener = listener;
    }

    /** From the next message on each has a type: the client's beginning is over. */
    void typesFollow() {
        typed = true;
    }

    /** One byte comes that is no message: the answer to a request to encrypt. */
    void answerOfOneByteFollows() {
        answerOfOneByte = true;
    }

    void feed(byte[] bytes, int length) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(rest.length + length);
        all.write(rest, 0, rest.length);
        all.write(bytes, 0, length);
        ByteBuffer buffer = ByteBuffer.wrap(all.toByteArray());
        if (answerOfOneByte && buffer.hasRemaining()) {
            buffer.get();
            answerOfOneByte = false;
        }
        while (isWhole(buffer)) {
            int type = typed ? buffer.get() : UNTYPED;
            int size = buffer.getInt() - LENGTH;
            listener.message(type, buffer.slice(buffer.position(), size));
            buffer.position(buffer.position() + size);
        }
        rest = new byte[buffer.remaining()];
        buffer.get(rest);
    }

    private boolean isWhole(ByteBuffer buffer) {
        int head = typed ? 1 + LENGTH : LENGTH;
        if (buffer.remaining() < head) {
            return false;
        }
        int size = buffer.getInt(buffer.position() + head - LENGTH);
        return buffer.remaining() >= head - LENGTH + size;
    }

    /** Reads a text up to the zero that ends it. */
    static String text(ByteBuffer body) {
        int end = body.position();
        while (body.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - body.position()];
        body.get(bytes);
        body.get();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
