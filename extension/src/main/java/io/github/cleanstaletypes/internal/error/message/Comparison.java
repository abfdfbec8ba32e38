package io.github.cleanstaletypes.internal.error.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Compares one template with a line, from one of the template's fixed pieces outwards: so each argument is as short as can be. */
final class Comparison {

    /** No name is longer, and hardly a description. */
    private static final int LONGEST = 250;

    private final PlainLine line;
    private final String text;
    private final Template template;
    private final Integer[] starts;

    private Comparison(PlainLine line, Template template) {
        this.line = line;
        this.text = line.text();
        this.template = template;
        this.starts = new Integer[template.literals().size()];
    }

    /** The template around the anchor that ends here, if the line has it. */
    static Optional<Found> around(PlainLine line, Anchor anchor, int anchorEnd) {
        int start = anchorEnd - Anchor.LENGTH - anchor.offset();
        return new Comparison(line, anchor.template()).around(anchor.literal(), start);
    }

    private Optional<Found> around(int literal, int start) {
        if (start < 0 || !text.startsWith(literal(literal), start) || !fits(literal, start)) {
            return Optional.empty();
        }
        starts[literal] = start;
        for (int i = literal - 1; i >= 0; i--) {
            int found = leftwards(i, starts[i + 1]);
            if (found < 0) {
                return Optional.empty();
            }
            starts[i] = found;
        }
        int end = start + literal(literal).length();
        for (int i = literal + 1; i <= template.last(); i++) {
            int found = rightwards(i, end);
            if (found < 0) {
                return Optional.empty();
            }
            starts[i] = found;
            end = found + literal(i).length();
        }
        return Optional.of(new Found(template, line, List.of(starts), end));
    }

    /** Where the piece begins, before the argument that ends here. */
    private int leftwards(int literal, int argumentEnd) {
        if (literal(literal).isEmpty()) {
            return OpenArgument.startBefore(text, argumentEnd, argument(literal));
        }
        int length = literal(literal).length();
        int second = -1;
        for (int start = argumentEnd - length - 1; start >= Math.max(0, argumentEnd - length - LONGEST); start--) {
            if (text.startsWith(literal(literal), start)
                    && fits(literal, start)
                    && shaped(literal, start + length, argumentEnd)) {
                if (literal > 0 || Quotes.sensibleStart(literal(0), text, start + length, argumentEnd)) {
                    return start;
                }
                second = second < 0 ? start : second;
            }
        }
        return second;
    }

    /** Where the piece begins, after the argument that begins here. */
    private int rightwards(int literal, int argumentStart) {
        if (literal(literal).isEmpty()) {
            return OpenArgument.endAfter(text, argumentStart, argument(literal - 1));
        }
        int second = -1;
        for (int start = argumentStart + 1; start <= Math.min(text.length(), argumentStart + LONGEST); start++) {
            if (text.startsWith(literal(literal), start)
                    && fits(literal, start)
                    && shaped(literal - 1, argumentStart, start)) {
                if (literal < template.last() || Quotes.sensibleEnd(literal(literal), text, argumentStart, start)) {
                    return start;
                }
                second = second < 0 ? start : second;
            }
        }
        return second;
    }

    /** Whether a word ends where the piece ends at the edge of the message. */
    private boolean fits(int literal, int start) {
        int end = start + literal(literal).length();
        return (literal > 0 || !Words.cut(text, start)) && (literal < template.last() || !Words.cut(text, end));
    }

    private boolean shaped(int literal, int start, int end) {
        Matcher shape = argument(literal).shape().matcher(text).region(start, end);
        return shape.matches();
    }

    private String literal(int index) {
        return template.literals().get(index);
    }

    private Argument argument(int literal) {
        return template.argumentAfter(literal);
    }
}
