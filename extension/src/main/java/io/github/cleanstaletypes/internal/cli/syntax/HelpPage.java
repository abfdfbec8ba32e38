package io.github.cleanstaletypes.internal.cli.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the help of a command says beside its options, from a resource named as the command is.
 *
 * @param header what the command does, in a sentence
 * @param description the lines between synopsis and options: each a paragraph, broken where it is shown
 * @param footer the lines behind the options
 */
record HelpPage(String header, List<String> description, List<String> footer) {

    /** Stands where the options are shown. */
    private static final String OPTIONS = "[options]";

    /** The page of a command, or of the program if that is null. */
    static HelpPage of(@Nullable Command command) {
        List<String> lines =
                text(command == null ? Command.PROGRAM : command.word()).lines().toList();
        int options = lines.indexOf(OPTIONS);
        return new HelpPage(lines.get(0), lines.subList(1, options), lines.subList(options + 1, lines.size()));
    }

    private static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(HelpPage.class.getResourceAsStream("help/" + name + ".txt"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
