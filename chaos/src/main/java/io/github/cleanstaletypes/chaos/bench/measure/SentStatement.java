package io.github.cleanstaletypes.chaos.bench.measure;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A statement was sent by these messages.
 *
 * @param sql its text
 * @param messages in their order
 */
public record SentStatement(String sql, List<Message> messages) {

    /**
     * A client's message.
     *
     * @param type its letter
     * @param body what follows its length
     */
    public record Message(char type, ByteBuffer body) {

        byte[] bytes() {
            byte[] bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }
    }
}
