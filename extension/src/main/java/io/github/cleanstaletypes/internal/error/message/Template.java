package io.github.cleanstaletypes.internal.error.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in one language: its fixed pieces, and between each two of them a placeholder.
 *
 * @param literals the fixed pieces, one more than placeholders; the first and the last can be empty
 * @param order which placeholder of the English text, from 0, stands after each piece but the last
 */
record Template(String language, ServerMessage message, List<String> literals, List<Integer> order) {

    static final Pattern PLACEHOLDER = Pattern.compile("%(?:(\\d+)\\$)?[sdu]");

    Template {
        literals = List.copyOf(literals);
        order = List.copyOf(order);
        int expected = message.arguments().size();
        if (order.size() != expected || order.stream().distinct().count() != expected) {
            throw new IllegalArgumentException(language + " " + message + " has other placeholders than in English");
        }
    }

    /** Reads a text with placeholders as gettext has it. */
    static Template of(String language, ServerMessage message, String text) {
        List<String> literals = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            literals.add(plain(text.substring(end, placeholder.start())));
            order.add(placeholder.group(1) == null ? order.size() : Integer.parseInt(placeholder.group(1)) - 1);
            end = placeholder.end();
        }
        literals.add(plain(text.substring(end)).stripTrailing());
        return new Template(language, message, literals, order);
    }

    /** What the placeholder after this piece is. */
    Argument argumentAfter(int literal) {
        return message.arguments().get(order.get(literal));
    }

    int last() {
        return literals.size() - 1;
    }

    /** How much of a text that it matches is fixed. */
    int fixedLength() {
        return literals.stream().mapToInt(String::length).sum();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, PlainLine.plain(plain.charAt(i)));
        }
        return plain.toString();
    }
}
