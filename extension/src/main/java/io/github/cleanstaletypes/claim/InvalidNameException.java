package io.github.cleanstaletypes.claim;

/** A text that SQL would not read as a name; the message says which and why, in one line. */
public final class InvalidNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidNameException(String written, String why) {
        super("'" + written.replaceAll("\\p{Cntrl}", "?") + "' is not a type's name: " + why);
    }
}
