package io.github.cleanstaletypes.internal.error;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.error.log.LogLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Logs as they really come. */
class LogReaderTest {

    private static final String ERROR = "ERROR:  42710: type \"mood\" already exists";

    @Test
    void may_be_in_another_encoding() throws IOException {
        assertMood(ERROR.getBytes(UTF_16));
        assertMood("FEHLER:  42710: Typ »mood« existiert bereits".getBytes(ISO_8859_1));
        assertMood("FEHLER:  42710: Typ »mood« existiert bereits".getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void may_be_json_within_json() throws IOException {
        assertMood("{\"log\":\"{\\\"msg\\\":\\\"x\\\\n%s\\\"}\\n\"}"
                .formatted(ERROR.replace("\"", "\\\\\\\""))
                .getBytes(UTF_8));
        assertMood("E('FEHLER:  42710: Typ \\u00bbmood\\u00ab existiert bereits\\n')".getBytes(UTF_8));
    }

    @Test
    void may_be_binary_around_the_error() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(42).nextBytes(noise);
        assertMood(concat(noise, ("\n" + ERROR + "\n").getBytes(UTF_8), noise));
    }

    @Test
    void may_be_one_line_however_long_with_the_error_anywhere_in_it() throws IOException {
        for (int before = 64 * 1024 - 60; before < 64 * 1024 + 10; before += 5) {
            byte[] filling = new byte[before];
            Arrays.fill(filling, (byte) ' ');
            assertMood(concat(filling, ERROR.getBytes(UTF_8), filling));
        }
    }

    @Test
    void are_read_some_kilobytes_at_a_time() throws IOException {
        int[] longest = {0};
        LogLines lines = new LogLines(line -> longest[0] = Math.max(longest[0], line.length()));
        lines.read(endless(50_000_000));
        lines.read("x".repeat(1_000_000));
        assertThat(longest[0]).isBetween(1000, 64 * 1024);
    }

    @Test
    void keep_their_order_and_the_first_error_is_the_cause() throws IOException {
        List<String> lines = new ArrayList<>(List.of("ERROR:  type \"first\" already exists"));
        for (int i = 0; i < 200; i++) {
            lines.add("ERROR:  relation \"r%d\" already exists".formatted(i));
        }
        Failure failure = read(String.join("\r\n", lines).getBytes(UTF_8));
        assertThat(failure.first())
                .isEqualTo(new Symptom(
                        Cause.TYPE_EXISTS, "42710", null, NamedObject.bare("first"), List.of(), null, 0, false));
        assertThat(failure.symptoms()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void of_other_errors_tell_nothing() throws IOException {
        for (String other : List.of(
                "",
                "ERROR:  duplicate key value violates unique constraint \"users_email_key\"\nDETAIL:  Key (email)=(a@b) already exists.",
                "ERROR:  23505: duplicate key value violates unique constraint \"users_pkey\"",
                "NOTICE:  relation \"t\" already exists, skipping",
                "NOTICE:  42P07: relation \"t\" already exists, skipping\nLOCATION:  transformCreateStmt, parse_utilcmd.c:1",
                "ERROR:  column \"c\" specified more than once",
                "order 42710 shipped, code: 12345, zip code: 42710X",
                "ERROR:  syntax error at or near \"type\"")) {
            assertThat(FailureReader.read(new ByteArrayInputStream(other.getBytes(UTF_8))))
                    .as(other)
                    .isEmpty();
        }
    }

    private static void assertMood(byte[] log) throws IOException {
        assertThat(read(log).first())
                .isEqualTo(new Symptom(
                        Cause.TYPE_EXISTS, "42710", null, NamedObject.bare("mood"), List.of(), null, 0, false));
    }

    private static Failure read(byte[] log) throws IOException {
        return FailureReader.read(new ByteArrayInputStream(log)).orElseThrow();
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        InputStream all = InputStream.nullInputStream();
        for (byte[] part : parts) {
            all = new SequenceInputStream(all, new ByteArrayInputStream(part));
        }
        return all.readAllBytes();
    }

    /** One line of so many bytes. */
    private static InputStream endless(int length) {
        return new InputStream() {
            private int left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
    }
}
