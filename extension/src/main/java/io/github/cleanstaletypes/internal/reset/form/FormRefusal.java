package io.github.cleanstaletypes.internal.reset.form;

/**
 * A part of a database's form that a new database cannot have. Immutable.
 *
 * @param kind how bad that is
 * @param what which part, such as {@code extension postgis}
 * @param why the reason, and what to do
 */
public record FormRefusal(Kind kind, String what, String why) {

    /** How bad it is that something cannot be carried over. */
    public enum Kind {
        /** Nothing is to be done. */
        REFUSED,
        /** It is told, and left out. */
        LISTED
    }
}
