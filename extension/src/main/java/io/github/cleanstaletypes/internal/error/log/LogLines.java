package io.github.cleanstaletypes.internal.error.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes a log apart into lines of at most some kilobytes, whatever it holds: colours, CRLF, NULs (of UTF-16, whose ASCII is all that is
 * needed), another encoding than UTF-8. Not thread-safe.
 */
public final class LogLines {

    private static final int LONGEST = 64 * 1024;

    /** What is cut apart is looked at once more across the cut. */
    private static final int OVERLAP = 1024;

    private static final Pattern ESCAPE_SEQUENCE =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\-_])");

    /** What a server that does not speak UTF-8 most likely speaks; each byte is a character in it. */
    private static final Charset OTHER = Charset.forName("windows-1252");

    private final Consumer<String> reader;
    private byte[] line = new byte[1024];
    private int length;

    public LogLines(Consumer<String> reader) {
        this.reader = reader;
    }

    /** Reads to the end, holding one line of it at a time. */
    public void read(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                take(buffer[i]);
            }
        }
        flush(0);
    }

    /** Reads a text. */
    public void read(String text) {
        text.lines().forEach(this::pieces);
    }

    private void take(byte b) {
        if (b == '\n' || b == '\r') {
            flush(0);
        } else if (b != 0) {
            if (length == LONGEST) {
                flush(OVERLAP);
            } else if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LONGEST, 2 * length));
            }
            line[length++] = b;
        }
    }

    private void flush(int kept) {
        if (length > 0) {
            clean(decoded(ByteBuffer.wrap(line, 0, length)));
        }
        System.arraycopy(line, length - kept, line, 0, kept);
        length = kept;
    }

    private void pieces(String text) {
        for (int at = 0; at < text.length(); at += LONGEST - OVERLAP) {
            clean(text.substring(at, Math.min(text.length(), at + LONGEST)));
        }
    }

    private static String decoded(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return OTHER.decode(bytes).toString();
        }
    }

    private void clean(String text) {
        reader.accept(plain(text));
    }

    /** The text without a terminal's colours and other commands to it. */
    public static String plain(String text) {
        return text.indexOf('\u001b') < 0 ? text : ESCAPE_SEQUENCE.matcher(text).replaceAll("");
    }
}
