package io.github.cleanstaletypes.internal.error;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A text that a tool has printed, and what is true of it. A file each: lines {@code key: value}, a line {@code ---}, the text.
 *
 * @param kind the folder it is in
 * @param name its file's name
 * @param header the lines before the text
 * @param text the text, byte for byte
 */
public record CorpusText(String kind, String name, List<String> header, byte[] text) {

    private static final byte[] END = "\n---\n".getBytes(StandardCharsets.UTF_8);

    /** All of them. */
    public static List<CorpusText> all() {
        URL folder = Objects.requireNonNull(CorpusText.class.getResource("texts"), "texts");
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(CorpusText::read)
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CorpusText read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = indexOf(bytes);
            String header = new String(bytes, 0, end, StandardCharsets.UTF_8);
            return new CorpusText(
                    file.getParent().getFileName().toString(),
                    file.getFileName().toString().replaceAll("\\.txt$", ""),
                    header.lines().toList(),
                    Arrays.copyOfRange(bytes, end + END.length, bytes.length));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int indexOf(byte[] bytes) {
        for (int i = 0; i + END.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + END.length, END, 0, END.length)) {
                return i;
            }
        }
        throw new IllegalStateException("a text of the corpus has no line --- behind its header");
    }

    /** What is to be read in it, a line for each error; empty if it is of no interest. */
    public List<String> expected() {
        List<String> lines = values("expect");
        if (lines.isEmpty()) {
            throw new IllegalStateException(this + " does not say what to expect");
        }
        return lines.equals(List.of("nothing")) ? List.of() : lines;
    }

    List<String> values(String key) {
        return header.stream()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .toList();
    }

    public String decoded() {
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
