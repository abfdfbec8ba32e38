package io.github.cleanstaletypes.internal.error.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A template found in a line.
 *
 * @param starts where each of its fixed pieces begins
 * @param end where the last one ends
 */
record Found(Template template, PlainLine line, List<Integer> starts, int end) {

    Found {
        starts = List.copyOf(starts);
    }

    int start() {
        return starts.get(0);
    }

    /** Whether this place is within one of the arguments. */
    boolean inArgument(int index) {
        for (int i = 0; i < template.last(); i++) {
            if (argumentStart(i) <= index && index < argumentEnd(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether each argument has as many quotes that open as such that close. */
    boolean quotesArePaired() {
        for (int i = 0; i < template.last(); i++) {
            if (!Quotes.paired(line.text(), argumentStart(i), argumentEnd(i))) {
                return false;
            }
        }
        return true;
    }

    Match toMatch() {
        List<String> arguments = new ArrayList<>(Collections.nCopies(template.last(), ""));
        for (int i = 0; i < template.last(); i++) {
            arguments.set(template.order().get(i), line.original(argumentStart(i), argumentEnd(i)));
        }
        return new Match(template.message(), template.language(), line.start(start()), line.end(end), arguments);
    }

    /** Where the argument after this piece begins. */
    int argumentStart(int literal) {
        return starts.get(literal) + template.literals().get(literal).length();
    }

    private int argumentEnd(int literal) {
        return starts.get(literal + 1);
    }
}
