package io.github.cleanstaletypes.internal.cli.terminal;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Knows how many columns the terminal has. Stateless. */
public final class TerminalWidth {

    /** Nobody reads a column of single words. */
    private static final int NARROWEST = 20;

    private TerminalWidth() {}

    /** What {@code COLUMNS} says, else what the terminal says; 0 if neither is known. */
    public static int of(Environment environment) {
        String columns = environment.get("COLUMNS");
        int width = columns == null ? 0 : number(columns);
        return width == 0 ? ofTerminal() : width;
    }

    /** Shells do not export {@code COLUMNS}, and Java does not ask the terminal. */
    private static int ofTerminal() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return 0;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(500, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return 0;
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return number(size.replaceFirst("^\\d+ ", "").strip());
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= NARROWEST ? Integer.parseInt(text) : 0;
    }
}
