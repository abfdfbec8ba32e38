package io.github.cleanstaletypes.internal.claim;

/** A text that SQL would not read as a name; the message says which and why, in one line. */
public final class InvalidNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final String reason;

    /** @param number which name of the list it is, from 1 */
    InvalidNameException(String written, int number, String why) {
        super(shown(written) + " is not a type's name: " + why);
        this.number = number;
        this.reason = why;
    }

    /** Which name of the list it is, from 1. */
    public int number() {
        return number;
    }

    /** What is wrong with it, without the text. */
    public String reason() {
        return reason;
    }

    /** A URL that came to stand here may hold a password. */
    private static String shown(String written) {
        return written.contains("@") || written.contains("://") || written.contains("password=")
                ? "what is written there (not shown, it may hold a password)"
                : "'" + written.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
