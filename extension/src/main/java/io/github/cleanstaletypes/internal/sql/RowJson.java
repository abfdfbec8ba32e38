package io.github.cleanstaletypes.internal.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row that the server has written as a JSON object, in bytes that need not be text: a value is null, a String (numbers and truth
 * values too, as they are written) or a list of such. Not thread-safe.
 */
final class RowJson {

    private final byte[] json;
    private final Function<byte[], String> texts;
    private int at;

    private RowJson(byte[] json, Function<byte[], String> texts) {
        this.json = json;
        this.texts = texts;
    }

    /** The columns with their values, in their order. */
    static Map<String, @Nullable Object> read(byte[] json, Function<byte[], String> texts) {
        return new RowJson(json, texts).object();
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            String name = texts.apply(string());
            expect(':');
            columns.put(name, value());
            if (peek() == ',') {
                at++;
            }
        }
        return columns;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '"' -> texts.apply(string());
            case '[' -> list();
            default -> word();
        };
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> values = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            values.add(value());
            if (peek() == ',') {
                at++;
            }
        }
        at++;
        return values;
    }

    private @Nullable String word() {
        int start = at;
        while (",}]".indexOf(json[at]) < 0) {
            at++;
        }
        String word = new String(json, start, at - start, StandardCharsets.US_ASCII);
        if (word.equals("null")) {
            return null;
        }
        return word;
    }

    private byte[] string() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        expect('"');
        while (json[at] != '"') {
            if (json[at] == '\\') {
                at++;
                escaped(bytes);
            } else {
                bytes.write(json[at]);
            }
            at++;
        }
        at++;
        return bytes.toByteArray();
    }

    /** Beside these the server writes control characters as four hexadecimal digits. */
    private void escaped(ByteArrayOutputStream bytes) {
        switch (json[at]) {
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'b' -> bytes.write('\b');
            case 'f' -> bytes.write('\f');
            case 'u' -> {
                bytes.write(Integer.parseInt(new String(json, at + 1, 4, StandardCharsets.US_ASCII), 16));
                at += 4;
            }
            default -> bytes.write(json[at]);
        }
    }

    private char peek() {
        while (json[at] == ' ' || json[at] == '\n') {
            at++;
        }
        return (char) json[at];
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalStateException("not " + c + " at " + at);
        }
        at++;
    }
}
