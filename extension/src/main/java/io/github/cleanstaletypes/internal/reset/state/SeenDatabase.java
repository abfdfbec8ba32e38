package io.github.cleanstaletypes.internal.reset.state;

/**
 * One database, as a look showed it. Immutable.
 *
 * @param oid its number, which no renaming changes
 * @param name its name
 * @param kind what the server lets be done with it
 * @param writer the transaction that has written its row last; databases that one transaction renamed have the same
 * @param content what is in it
 */
public record SeenDatabase(long oid, String name, Kind kind, String writer, Content content) {

    /** What the server lets be done with it. */
    public enum Kind {
        /** An ordinary one. */
        PLAIN,
        /** A template, which others are made from. */
        TEMPLATE,
        /** It takes no connections. */
        CLOSED,
        /** A DROP DATABASE of it was interrupted: it can only be dropped. */
        INVALID
    }

    /** What is in it besides what the server and its extensions have put there. */
    public enum Content {
        /** Nothing. */
        NONE,
        /** Something. */
        SOME,
        /** Nobody has looked, or could. */
        UNKNOWN
    }

    /** The same after a look into it. */
    public SeenDatabase holding(Content found) {
        return new SeenDatabase(oid, name, kind, writer, found);
    }

    /** The same when it lets sessions in. */
    public SeenDatabase openedUp() {
        return new SeenDatabase(oid, name, Kind.PLAIN, writer, content);
    }

    /** Whether dropping it loses nothing. */
    boolean worthNothing() {
        return kind == Kind.INVALID || content == Content.NONE;
    }

    boolean renamedTogetherWith(SeenDatabase other) {
        return writer.equals(other.writer);
    }
}
