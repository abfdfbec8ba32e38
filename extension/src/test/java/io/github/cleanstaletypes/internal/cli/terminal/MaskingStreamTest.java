package io.github.cleanstaletypes.internal.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last wall: what is known to be secret does not get out, in whatever pieces it comes; all else does. */
class MaskingStreamTest {

    private final Secrets secrets = new Secrets();
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final MaskingStream stream = new MaskingStream(arrived, secrets);

    @BeforeEach
    void know_secrets() {
        secrets.add("S3cret\"<é>");
        secrets.add("S3cret");
    }

    @Test
    void hides_a_secret_that_comes_in_pieces() throws IOException {
        for (byte b : "a S3cret\"<é> b, S3cret\n".getBytes(UTF_8)) {
            stream.write(b);
        }
        assertThat(arrived.toString(UTF_8)).isEqualTo("a (hidden) b, (hidden)\n");
    }

    @Test
    void hides_a_secret_as_json_writes_it() throws IOException {
        stream.write("{\"error\":\"no S3cret\\\"\\u003C\\u00E9\\u003E\"}\n".getBytes(UTF_8));
        assertThat(arrived.toString(UTF_8)).isEqualTo("{\"error\":\"no (hidden)\"}\n");
    }

    @Test
    void hides_a_secret_in_any_place_of_a_line_that_is_too_long_to_be_held_back() throws IOException {
        String text = ("x".repeat(997) + "S3cret").repeat(300);
        for (int i = 0; i < text.length(); i += 1000) {
            stream.write(text.substring(i, Math.min(i + 1000, text.length())).getBytes(UTF_8));
            assertThat(arrived.size()).isGreaterThan(i - 200_000);
        }
        stream.close();
        assertThat(arrived.toString(UTF_8)).isEqualTo(text.replace("S3cret", "(hidden)"));
    }

    @Test
    void passes_a_line_on_at_its_end_and_a_piece_when_it_is_flushed() throws IOException {
        try (PrintStream out = new PrintStream(stream, false, UTF_8)) {
            out.print("1 größe\n2");
            assertThat(arrived.toString(UTF_8)).doesNotContain("2").isEqualTo("");
            out.flush();
            assertThat(arrived.toString(UTF_8)).isEqualTo("1 größe\n2");
            out.println(" end");
            assertThat(arrived.toString(UTF_8)).isEqualTo("1 größe\n2 end\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "type",
                "stale",
                "found",
                "exit_code",
                "database",
                "Database",
                "23505",
                "18.6",
                "app",
                "x"
            })
    void does_not_garble_a_report_for_a_password_that_is_a_common_word(String password) throws IOException {
        secrets.add(password);
        String report =
                "{\"name\":\"app\",\"type\":\"x\",\"found\":23505,\"exit_code\":1} stale Database 18.6 database\n";

        stream.write(report.getBytes(UTF_8));

        assertThat(arrived.toString(UTF_8)).isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "s3cretMarker",
                "SECRET",
                "SecretWord",
                "p@ss",
                "correcthorsebatterystaple",
                "pass word"
            })
    void hides_what_is_no_common_word(String password) throws IOException {
        secrets.add(password);

        stream.write(("no " + password + "!\n").getBytes(UTF_8));

        assertThat(arrived.toString(UTF_8)).isEqualTo("no (hidden)!\n");
    }
}
