package io.github.cleanstaletypes.internal.cli.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Passes text on, in UTF-8, without what is secret in it. It holds a line back until it is whole, or until somebody flushes: a secret could
 * come in two pieces.
 */
public final class MaskingStream extends FilterOutputStream {

    /** A line of JSON can be long. */
    private static final int LONGEST_HELD_BACK = 1 << 16;

    private final Secrets secrets;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    public MaskingStream(OutputStream out, Secrets secrets) {
        super(out);
        this.secrets = secrets;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        held.write(b);
        if (b == '\n') {
            flush();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        held.write(bytes, offset, length);
        if (length > 0 && bytes[offset + length - 1] == '\n') {
            flush();
        } else if (held.size() > LONGEST_HELD_BACK) {
            passOnAllButTheEnd();
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        byte[] bytes = masked().getBytes(ISO_8859_1);
        held.reset();
        out.write(bytes);
        out.flush();
    }

    /** The end may be the beginning of a secret. */
    private void passOnAllButTheEnd() throws IOException {
        String text = masked();
        int longest = written().mapToInt(String::length).max().orElse(0);
        int end = Math.max(0, text.length() - longest);
        held.reset();
        out.write(text.substring(0, end).getBytes(ISO_8859_1));
        held.write(text.substring(end).getBytes(ISO_8859_1));
    }

    /** A character for each byte, so that nothing is cut within a letter. */
    private String masked() {
        String text = held.toString(ISO_8859_1);
        if (secrets.known().isEmpty()) {
            return text;
        }
        for (String secret : written().toList()) {
            text = text.replace(secret, Secrets.MASK);
        }
        return text;
    }

    private Stream<String> written() {
        Collection<String> known = secrets.known();
        return known.stream()
                .flatMap(secret -> Stream.of(secret, inJson(secret)))
                .distinct()
                .map(secret -> new String(secret.getBytes(UTF_8), ISO_8859_1));
    }

    /** As the reports write it, in which all but harmless ASCII is escaped. */
    private static String inJson(String secret) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~' || "<>&'".indexOf(c) >= 0) {
                json.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }
}
