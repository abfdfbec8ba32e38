package io.github.cleanstaletypes.internal.cli.terminal;

import io.github.cleanstaletypes.internal.connect.setting.Environment;

/**
 * Colours for lines on a terminal; none elsewhere, nor with {@code NO_COLOR} or {@code TERM=dumb}.
 *
 * @param out whether lines on stdout are coloured
 * @param err whether lines on stderr are coloured
 */
public record Paint(boolean out, boolean err) {

    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    public static Paint on(Console console, Environment environment, boolean noColor) {
        String asked = environment.get("NO_COLOR");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean wanted = !noColor && (asked == null || asked.isEmpty()) && !dumb;
        return new Paint(wanted && console.terminal(), wanted && console.errTerminal());
    }

    public String line(String line) {
        if (line.startsWith("✅")) {
            return painted(out, GREEN, line);
        }
        return line.startsWith("⚠️") ? painted(out, YELLOW, line) : line;
    }

    public String bad(String line) {
        return painted(err, RED, line);
    }

    private static String painted(boolean colours, String colour, String line) {
        return colours ? colour + line + PLAIN : line;
    }
}
