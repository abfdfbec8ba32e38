package io.github.cleanstaletypes.internal.claim.migration.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a script, between a comment that begins it and one that begins another; blank lines stand for what is before it. */
final class Section {

    private final Pattern begin;
    private final Pattern other;

    /**
     * @param begin its first line, with a group that holds what the line says besides
     * @param other what begins the way back
     */
    Section(String begin, String other) {
        this.begin = Pattern.compile(begin);
        this.other = Pattern.compile(other);
    }

    boolean isIn(String text) {
        return begin.matcher(text).find();
    }

    /** What its first line says besides; empty if there is none. */
    String heading(String text) {
        Matcher first = begin.matcher(text);
        return first.find() ? first.group(1) : "";
    }

    /** The section, with as many lines before it as the script has; the whole text if it has no such section. */
    String of(String text) {
        Matcher first = begin.matcher(text);
        int from = first.find() ? first.end() : 0;
        Matcher back = other.matcher(text);
        int to = back.find(from) ? back.start() : text.length();
        return between(text, from, to);
    }

    /** A part of a text, with as many lines before it as the text has. */
    static String between(String text, int from, int to) {
        long lines = text.substring(0, from).chars().filter(c -> c == '\n').count();
        return "\n".repeat((int) lines) + text.substring(from, to);
    }
}
