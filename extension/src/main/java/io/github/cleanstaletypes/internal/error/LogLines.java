package io.github.cleanstaletypes.internal.error;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a log apart into lines of at most some kilobytes, whatever it holds: colours, CRLF, NULs (of UTF-16, whose ASCII is all that is
 * needed), another encoding than UTF-8, lines that are JSON. Not thread-safe.
 */
final class LogLines {

    private static final int LONGEST = 16 * 1024;

    /** What is cut apart is looked at once more across the cut. */
    private static final int OVERLAP = 1024;

    private static final Pattern ESCAPE_SEQUENCE =
            Pattern.compile("\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\-_])");
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\++u([0-9a-fA-F]{4})");
    private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\++([\"'])");
    private static final Pattern WRITTEN_LINE_BREAK = Pattern.compile("(?:\\\\++r)?\\\\++n");

    /** What a server that does not speak UTF-8 most likely speaks; each byte is a character in it. */
    private static final Charset OTHER = Charset.forName("windows-1252");

    private final Consumer<String> reader;
    private final byte[] line = new byte[LONGEST];
    private int length;

    LogLines(Consumer<String> reader) {
        this.reader = reader;
    }

    void read(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                take(buffer[i]);
            }
        }
        flush(0);
    }

    void read(String text) {
        text.lines().forEach(this::pieces);
    }

    private void take(byte b) {
        if (b == '\n' || b == '\r') {
            flush(0);
        } else if (b != 0) {
            if (length == LONGEST) {
                flush(OVERLAP);
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
        for (int at = 0; at < text.length() || at == 0; at += LONGEST - OVERLAP) {
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
        String plain = text.indexOf('\u001b') < 0
                ? text
                : ESCAPE_SEQUENCE.matcher(text).replaceAll("");
        if (plain.indexOf('\\') < 0) {
            reader.accept(plain);
            return;
        }
        // a string in a string: JSON, or the repr of an exception
        String unescaped = UNICODE_ESCAPE
                .matcher(plain)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        Arrays.stream(WRITTEN_LINE_BREAK.split(unescaped))
                .map(part -> ESCAPED_QUOTE.matcher(part).replaceAll("$1"))
                .forEach(reader);
    }
}
