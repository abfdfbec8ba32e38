package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.connect.Environment;

/** Colours for lines on a terminal; none elsewhere, nor with {@code NO_COLOR} or {@code TERM=dumb}. */
record Paint(boolean colours) {

    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    static Paint on(Console console, Environment environment, boolean noColor) {
        String asked = environment.get("NO_COLOR");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        return new Paint(console.terminal() && !noColor && (asked == null || asked.isEmpty()) && !dumb);
    }

    String line(String line) {
        if (line.startsWith("✅")) {
            return painted(GREEN, line);
        }
        return line.startsWith("⚠️") ? painted(YELLOW, line) : line;
    }

    String bad(String line) {
        return painted(RED, line);
    }

    private String painted(String colour, String line) {
        return colours ? colour + line + PLAIN : line;
    }
}
