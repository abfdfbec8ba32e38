package io.github.cleanstaletypes.internal.cli.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the manual page of a command, or of the program, for {@code man}: what its help says. One object writes one. */
final class ManualPage {

    /** How the help's examples call the program; the launcher needs less. */
    private static final String JAR = "java -jar clean-stale-types-cli.jar";

    private final StringBuilder page = new StringBuilder();
    private boolean verbatim;

    private ManualPage() {}

    /** What the page of a command is called; null is the program. */
    static String name(@Nullable Command command) {
        return command == null ? Command.PROGRAM : Command.PROGRAM + "-" + command.word();
    }

    static String of(@Nullable Command command, String version) {
        ManualPage page = new ManualPage();
        page.write(command, HelpPage.of(command), version);
        return page.page.toString();
    }

    private void write(@Nullable Command command, HelpPage help, String version) {
        String title = name(command);
        request(".TH \"" + title.toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"" + version + "\" \"Clean Stale Types\"");
        section("NAME");
        request(escaped(title) + " \\- " + escaped(help.header()));
        section("SYNOPSIS");
        request(".B " + escaped(HelpText.synopsis(command)));
        section("DESCRIPTION");
        prose(help.description());
        options(command);
        if (command == null) {
            commands();
        }
        footer(help.footer());
        section("SEE ALSO");
        request(seeAlso(command));
    }

    private void options(@Nullable Command command) {
        section("OPTIONS");
        if (command != null && command.operands() != Operands.NONE) {
            entry(bold(command.operands().synopsis()), command.operands().description());
        }
        for (Option option : Option.behind(command)) {
            String letter = option.letter() == 0 ? "" : bold("-" + option.letter()) + ", ";
            String value = option.label() == null ? "" : "=\\fI" + escaped(option.label()) + "\\fR";
            entry(letter + bold(option.text()) + value, option.description());
        }
    }

    private void commands() {
        section("COMMANDS");
        for (Command command : Command.values()) {
            entry(bold(command.word()), HelpPage.of(command).header());
        }
    }

    /** A line that ends with a colon, and has nothing before it, is the title of what follows. */
    private void footer(List<String> lines) {
        List<String> part = new ArrayList<>();
        section("NOTES");
        for (String line : lines) {
            if (line.equals("Examples:") || line.equals("Exit status:")) {
                prose(part);
                part.clear();
                section(line.substring(0, line.length() - 1).toUpperCase(Locale.ROOT));
            } else {
                part.add(line.replace(JAR, Command.PROGRAM));
            }
        }
        prose(part);
        int notes = page.indexOf(".SH NOTES\n.SH ");
        if (notes >= 0) {
            page.delete(notes, notes + ".SH NOTES\n".length());
        }
    }

    /** Lines that are indented stay as they are; others become paragraphs. */
    private void prose(List<String> lines) {
        boolean paragraph = false;
        for (String line : lines) {
            boolean indented = line.startsWith(" ");
            verbatim(indented);
            if (line.isBlank()) {
                paragraph = true;
            } else {
                if (paragraph) {
                    request(".PP");
                }
                paragraph = false;
                request(escaped(line));
            }
        }
        verbatim(false);
    }

    private void verbatim(boolean begin) {
        if (begin != verbatim) {
            request(begin ? ".nf" : ".fi");
            verbatim = begin;
        }
    }

    private void section(String title) {
        request(".SH " + title);
    }

    private void entry(String term, String description) {
        request(".TP");
        request(term);
        request(escaped(description));
    }

    private void request(String line) {
        page.append(line).append('\n');
    }

    private static String seeAlso(@Nullable Command command) {
        List<String> others = new ArrayList<>();
        if (command != null) {
            others.add(bold(name(null)) + "(1)");
        }
        for (Command other : Command.values()) {
            if (other != command) {
                others.add(bold(name(other)) + "(1)");
            }
        }
        return String.join(", ", others);
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    /** What means something to roff, and what is not ASCII, as roff writes it. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.startsWith(".") || text.startsWith("'") ? "\\&" : "");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                    if (c < 0x7f) {
                        escaped.append((char) c);
                    } else {
                        escaped.append("\\[u%04X]".formatted(c));
                    }
                }
            }
        });
        return escaped.toString();
    }
}
