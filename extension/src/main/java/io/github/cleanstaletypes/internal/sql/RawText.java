package io.github.cleanstaletypes.internal.sql;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Text of a server that may be no text: where the encoding is SQL_ASCII, and in what databases of different encodings share, any byte can
 * be in a name. A byte that is none of a character is kept as one unpaired surrogate, U+DC80 to U+DCFF. No claim can be equal to it, since
 * what people write holds no such thing; two different names never look the same to the code, and people are shown {@code \xe4}. Stateless.
 */
public final class RawText {

    private static final int FIRST = 0xDC80;
    private static final int LAST = 0xDCFF;

    private RawText() {}

    /** Reads UTF-8, byte by byte where it is none. */
    static String ofUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        while (in.hasRemaining()) {
            CoderResult result = decoder.decode(in, out, true);
            for (int i = 0; result.isError() && i < result.length(); i++) {
                out.put(ofByte(in.get()));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** Reads ASCII, and keeps each other byte as one that is none of a character. */
    static String ofBytes(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(b < 0 ? ofByte(b) : (char) b);
        }
        return text.toString();
    }

    private static char ofByte(byte b) {
        return (char) (0xDC00 + (b & 0xFF));
    }

    /** Whether it can be shown, and sent, exactly as the server has it. */
    public static boolean exact(String text) {
        // what can be encoded has none; Java copies whole texts of ASCII, and statements are long
        boolean encodable = text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return encodable || text.codePoints().noneMatch(RawText::isByte);
    }

    /** Whether this code point stands for a byte that is none of a character. */
    public static boolean isByte(int c) {
        return c >= FIRST && c <= LAST;
    }

    /** What stands for such a byte where people read it. */
    public static String shown(int c) {
        return String.format(Locale.ROOT, "\\x%02x", c - 0xDC00);
    }

    /** The text with each such byte as an escape. */
    public static String shown(String text) {
        if (exact(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isByte(c)) {
                shown.append(shown(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
