package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The help of a command, or of the program, in lines that fit. One object writes one. */
public final class HelpText {

    /** Names that are longer have a line of their own. */
    private static final int LONGEST_BESIDE = 24;

    private static final String INDENT = "  ";
    private static final String WITHOUT_LETTER = "      ";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final int width;
    private final boolean colours;
    private final List<String> lines = new ArrayList<>();

    private HelpText(int width, boolean colours) {
        this.width = width;
        this.colours = colours;
    }

    /**
     * Writes the help.
     *
     * @param command whose; null for that of the program
     * @param width how many columns a line may have
     */
    public static List<String> of(@Nullable Command command, int width, boolean colours) {
        HelpText help = new HelpText(width, colours);
        help.write(command, HelpPage.of(command));
        return List.copyOf(help.lines);
    }

    private void write(@Nullable Command command, HelpPage page) {
        text(page.header());
        lines.add("Usage: " + bold(synopsis(command)));
        page.description().forEach(this::text);
        options(command);
        if (command == null) {
            commands();
        }
        page.footer().forEach(this::text);
    }

    /** How a command is called, in a line. */
    static String synopsis(@Nullable Command command) {
        if (command == null) {
            return Command.PROGRAM + " [OPTIONS] [COMMAND]";
        }
        return (Command.PROGRAM + " " + command.word() + " [OPTIONS] "
                        + command.operands().synopsis())
                .strip();
    }

    /** An option as its help writes it, with the word for its value, without the letter. */
    static String withValue(Option option) {
        return option.label() == null ? option.text() : option.text() + "=" + option.label();
    }

    private void options(@Nullable Command command) {
        Set<Option> shown = Option.behind(command);
        int column = 0;
        for (Option option : shown) {
            int length = withValue(option).length();
            column = length > LONGEST_BESIDE ? LONGEST_BESIDE : Math.max(column, length);
        }
        int indent = WITHOUT_LETTER.length() + column + 3;
        if (command != null && command.operands() != Operands.NONE) {
            row(
                    WITHOUT_LETTER,
                    command.operands().synopsis(),
                    command.operands().description(),
                    indent);
        }
        for (Option option : shown) {
            String letter = option.letter() == 0 ? WITHOUT_LETTER : INDENT + "-" + option.letter() + ", ";
            row(letter, withValue(option), option.description(), indent);
        }
    }

    private void commands() {
        int longest = 0;
        for (Command command : Command.values()) {
            longest = Math.max(longest, command.word().length());
        }
        lines.add("Commands:");
        for (Command command : Command.values()) {
            row(INDENT, command.word(), HelpPage.of(command).header(), INDENT.length() + longest + INDENT.length());
        }
    }

    private void row(String before, String name, String description, int indent) {
        int used = before.length() + name.length();
        boolean beside = used < indent;
        List<String> wrapped = wrapped(description, width - indent, INDENT);
        lines.add(before + bold(name) + (beside ? " ".repeat(indent - used) + wrapped.get(0) : ""));
        for (String line : beside ? wrapped.subList(1, wrapped.size()) : wrapped) {
            lines.add(" ".repeat(indent) + line);
        }
    }

    /** A line as it is, if it fits; else at its own indentation in several. */
    private void text(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        lines.addAll(line.length() <= width ? List.of(line) : wrapped(line, width, indent));
    }

    /** Broken at blanks, all lines but the first indented. */
    private static List<String> wrapped(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank <= indent.length() ? width : blank;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = indent + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private String bold(String text) {
        return colours ? BOLD + text + PLAIN : text;
    }
}
