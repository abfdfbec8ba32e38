package io.github.cleanstaletypes.internal.claim.sql;

/** Counts lines up to positions that only grow. */
final class Lines {

    private final String text;
    private int line = 1;
    private int counted;

    Lines(String text) {
        this.text = text;
    }

    int at(int position) {
        for (; counted < position; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }
}
