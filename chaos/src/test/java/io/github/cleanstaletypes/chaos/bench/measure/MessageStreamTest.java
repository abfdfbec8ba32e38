package io.github.cleanstaletypes.chaos.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes arrive in pieces of any size, and are cut into the protocol's messages all the same. */
class MessageStreamTest {

    private final List<String> seen = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
    void messages_with_types_are_found_in_pieces_of_any_size(int piece) {
        MessageStream stream = new MessageStream(true, (type, body) -> seen.add((char) type + text(body)));
        feed(stream, piece, message('C', "SELECT 1\0"), message('Z', "I"), message('D', ""));
        assertThat(seen).containsExactly("CSELECT 1\0", "ZI", "D");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void the_byte_that_answers_a_request_to_encrypt_is_no_message(int piece) {
        MessageStream stream = new MessageStream(true, (type, body) -> seen.add((char) type + text(body)));
        stream.answerOfOneByteFollows();
        feed(stream, piece, "N".getBytes(StandardCharsets.UTF_8), message('R', "ok"));
        assertThat(seen).containsExactly("Rok");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 1000})
    void the_beginning_of_a_client_has_no_type_and_what_follows_it_has(int piece) {
        MessageStream[] stream = new MessageStream[1];
        stream[0] = new MessageStream(false, (type, body) -> {
            seen.add(type == MessageStream.UNTYPED ? "begins " + text(body) : (char) type + text(body));
            stream[0].typesFollow();
        });
        feed(stream[0], piece, untyped("user"), message('Q', "SELECT 1\0"));
        assertThat(seen).containsExactly("begins user", "QSELECT 1\0");
    }

    private static void feed(MessageStream stream, int piece, byte[]... messages) {
        ByteBuffer all = ByteBuffer.allocate(1000);
        for (byte[] message : messages) {
            all.put(message);
        }
        byte[] bytes = Arrays.copyOf(all.array(), all.position());
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] some = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
            stream.feed(some, some.length);
        }
    }

    private static byte[] message(char type, String body) {
        byte[] rest = untyped(body);
        return ByteBuffer.allocate(1 + rest.length).put((byte) type).put(rest).array();
    }

    private static byte[] untyped(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(4 + bytes.length)
                .put(bytes)
                .array();
    }

    private static String text(ByteBuffer body) {
        return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }
}
