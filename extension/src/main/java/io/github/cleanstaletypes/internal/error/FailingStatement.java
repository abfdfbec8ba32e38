package io.github.cleanstaletypes.internal.error;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, in what a tool has printed, the statement that an error is about: tools print it beside the message. Stateless. */
public final class FailingStatement {

    /** How many lines may stand between a message and its statement. */
    private static final int REACH = 40;

    /** How many lines of a statement matter: what it creates stands in front. */
    private static final int LINES = 10;

    /** A text needs no more, and a log may be one line of statements. */
    private static final int LONGEST = 2000;

    private static final int MOST_TEXTS = 500;

    private static final Pattern BEGINNING = Pattern.compile("(?i)(?<!\\w)(?:create|alter)(?=\\s|$)");

    private final List<String> lines;
    private final String name;
    private final int message;

    private FailingStatement(List<String> lines, String name, int message) {
        this.lines = lines;
        this.name = name;
        this.message = message;
    }

    /**
     * The texts near the first message that names this object, each from the word CREATE or ALTER on: first those of the message's own
     * line, then those that follow it up to the next error, then each that precedes it, the nearest one first.
     *
     * @return groups of texts; a group tells which statement it was if all of it that can be read agree
     */
    public static List<List<String>> near(String output, String name) {
        List<String> lines = new ArrayList<>();
        new LogLines(lines::add).read(output);
        for (int i = 0; i < lines.size(); i++) {
            if (names(lines.get(i), name)) {
                return new FailingStatement(lines, name, i).groups();
            }
        }
        return List.of();
    }

    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        groups.add(textsIn(message));
        List<String> after = new ArrayList<>();
        for (int i = message + 1;
                i < Math.min(lines.size(), message + REACH) && !isAnotherError(i) && after.size() < MOST_TEXTS;
                i++) {
            after.addAll(textsIn(i));
        }
        groups.add(after);
        for (int i = message - 1; i >= Math.max(0, message - REACH); i--) {
            groups.add(textsIn(i));
        }
        return groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    private List<String> textsIn(int line) {
        List<String> texts = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(lines.get(line));
        while (beginning.find()) {
            if (texts.size() < MOST_TEXTS) {
                texts.add(text(line, beginning.start()));
            }
        }
        return texts;
    }

    private String text(int line, int start) {
        StringBuilder text = new StringBuilder(lines.get(line).substring(start));
        for (int i = line + 1; i < Math.min(lines.size(), line + LINES) && text.length() < LONGEST; i++) {
            text.append('\n').append(lines.get(i));
        }
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private boolean isAnotherError(int line) {
        NamedObject named = LogLine.clues(lines.get(line)).named();
        return named != null && !names(lines.get(line), name);
    }

    /** A tool may have put the statement, with quotes of its own, before the message. */
    private static boolean names(String line, String name) {
        NamedObject named = LogLine.clues(line).named();
        return (named != null && named.name().equals(name)) || line.contains('"' + name + "\" already exists");
    }
}
