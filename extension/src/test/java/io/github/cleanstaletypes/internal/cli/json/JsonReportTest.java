package io.github.cleanstaletypes.internal.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    @Test
    void is_one_line_of_ascii_in_which_no_markup_and_no_control_character_stands() throws IOException {
        String error = "</script><!--&'\"\\ \n\u001b[31m\u007f\u202eß😀\u2028";

        String json = write(new Document("1.0", "clean", List.of(), 2, error));

        assertThat(json)
                .isEqualTo(
                        "{\"tool\":\"clean-stale-types\",\"version\":\"1.0\",\"command\":\"clean\",\"server_version\":null,\"look\":null,"
                                + "\"findings\":[],\"summary\":{\"found\":0,\"cleaned\":0,\"remaining\":0,\"unjudged\":0},\"not_looked_at\":[],"
                                + "\"exit_code\":2,\"error\":\"\\u003C/script\\u003E\\u003C!--\\u0026\\u0027\\\"\\\\ \\n\\u001B[31m"
                                + "\\u007F\\u202E\\u00DF\\uD83D\\uDE00\\u2028\"}\n");
    }

    @Test
    void leaves_the_stream_open() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(new Document("1.0", "check", List.of(), 0, null), out);
        JsonReport.write(new Document("1.0", "check", List.of(), 0, null), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(2).doesNotContain("error");
    }

    private static String write(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
