package io.github.cleanstaletypes.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in Markdown: its headings, links, tables and code blocks. Immutable. */
final class Markdown {

    private static final Pattern FENCE = Pattern.compile("(\\s*)```(.*)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /**
     * A fenced code block.
     *
     * @param info what stands behind the fence: a language, and what else our tests read
     * @param section the nearest heading above it
     * @param text its lines, without the indentation of the fence
     */
    record Block(String info, String section, String text) {

        String language() {
            return info.split(" ", 2)[0];
        }

        @Override
        public String toString() {
            return "```" + info + "\n" + text;
        }
    }

    private record Line(String text, String section) {}

    private final Path file;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> prose = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    private Markdown(Path file, List<String> lines) {
        this.file = file;
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                List<String> text = new ArrayList<>();
                for (i++; !lines.get(i).strip().equals("```"); i++) {
                    text.add(unindented(lines.get(i), fence.group(1)));
                }
                blocks.add(new Block(fence.group(2).strip(), section, String.join("\n", text)));
                continue;
            }
            Matcher heading = HEADING.matcher(lines.get(i));
            if (heading.matches()) {
                section = heading.group(1).strip();
                headings.add(section);
            }
            prose.add(new Line(lines.get(i), section));
        }
    }

    static Markdown read(Path file) {
        try {
            return new Markdown(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("No page " + file, e);
        }
    }

    Path file() {
        return file;
    }

    List<String> headings() {
        return List.copyOf(headings);
    }

    /** What a link to a heading has behind its #, as the usual viewers make it. */
    List<String> anchors() {
        return headings.stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** The targets of all links, as they were written. */
    List<String> links() {
        return prose.stream()
                .flatMap(line -> LINK.matcher(line.text()).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** All code blocks, in their order. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** All code blocks of this language, in their order. */
    List<Block> blocks(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    /** The only code block of this language beneath this heading. */
    Block block(String section, String language) {
        List<Block> found = blocks(language).stream()
                .filter(block -> block.section().equals(section))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size() + " blocks, not one, of " + language + " under '" + section + "' in " + file);
        }
        return found.get(0);
    }

    /** The cells of the table whose first column has this heading, row by row, without the heading. */
    List<List<String>> table(String firstColumn) {
        List<List<String>> rows = prose.stream()
                .map(Line::text)
                .dropWhile(Predicate.not(line -> line.startsWith("| " + firstColumn + " |")))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        if (rows.isEmpty()) {
            throw new AssertionError("No table of '" + firstColumn + "' in " + file);
        }
        return rows;
    }

    /** What is written as code in a text. */
    static List<String> code(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String unindented(String line, String indentation) {
        return line.startsWith(indentation) ? line.substring(indentation.length()) : line.stripLeading();
    }

    /** All of its lines that are in no code block. */
    List<String> prose() {
        return prose.stream().map(Line::text).toList();
    }

    /** Where it is, from the root of the project. */
    @Override
    public String toString() {
        return Documentation.root().relativize(file).toString();
    }
}
