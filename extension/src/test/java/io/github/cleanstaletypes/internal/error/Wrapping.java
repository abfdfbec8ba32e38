package io.github.cleanstaletypes.internal.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What becomes of a text on its way to whoever reads it. */
enum Wrapping {
    JSON_FIELD(text -> "{\"time\":\"2026-03-01T10:00:00.000Z\",\"level\":\"error\",\"service\":\"shop\",\"msg\":\""
            + json(text) + "\"}"),
    JSON_LINES(text -> text.lines()
            .map(line -> "{\"log\":\"" + json(line)
                    + "\\n\",\"stream\":\"stderr\",\"time\":\"2026-03-01T10:00:00.123456789Z\"}")
            .collect(Collectors.joining("\n"))),
    CSVLOG(text ->
            "2026-03-01 10:00:00.123 UTC,\"shop\",\"shop\",4711,\"127.0.0.1:40968\",6b0aefa2.1267,1,\"idle\",2026-03-01 09:59:59 UTC,3/8,0,LOG,00000,\""
                    + text.replace("\"", "\"\"") + "\",,,,,,,,,\"shop\",\"client backend\",,0"),
    JOURNALD(text -> prefixed(text, "Mar 01 10:00:00 host shop[4711]: ")),
    COMPOSE(text -> prefixed(text, "migrate-1  | ")),
    KUBERNETES(text -> prefixed(text, "2026-03-01T10:00:00.123456789Z stderr F ")),
    ANSI(text -> text.lines()
            .map(line -> "\u001b[31m\u001b[1m" + line + "\u001b[0m\u001b[K")
            .collect(Collectors.joining("\n"))),
    CRLF(text -> text.lines().collect(Collectors.joining("\r\n"))),
    FOLDED(text -> text.lines().flatMap(line -> folded(line).stream()).collect(Collectors.joining("\n"))),
    INTERLEAVED(text -> {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            lines.add("migrate-1  | " + line);
            lines.add("web-1      | 10.0.0.7 - - \"GET /types/42710 HTTP/1.1\" 200 23505 \"relation\" already done");
        });
        return String.join("\n", lines);
    });

    private static final int WIDTH = 80;

    private final UnaryOperator<String> wrap;

    Wrapping(UnaryOperator<String> wrap) {
        this.wrap = wrap;
    }

    String of(String text) {
        return wrap.apply(text);
    }

    /** The text with the end of each long line missing. */
    static String cutOff(String text) {
        return text.lines()
                .map(line -> line.substring(0, Math.min(line.length(), WIDTH)))
                .collect(Collectors.joining("\n"));
    }

    private static String prefixed(String text, String prefix) {
        return text.lines().map(line -> prefix + line).collect(Collectors.joining("\n"));
    }

    private static List<String> folded(String line) {
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < line.length() || at == 0; at += WIDTH) {
            pieces.add(line.substring(at, Math.min(line.length(), at + WIDTH)));
        }
        return pieces;
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c));
            }
        });
        return json.toString();
    }
}
