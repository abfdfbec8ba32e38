package io.github.cleanstaletypes.chaos.run;

/** A run spends its time on one of these. */
public enum Phase {
    /** A database, or a server, is made. */
    PREPARATION("making databases and servers"),
    /** The fault is brought about. */
    FAULT("bringing faults about"),
    /** The healer works. */
    HEALING("healing"),
    /** The next migrations run. */
    MIGRATION("running the next migrations"),
    /** The oracle looks. */
    ORACLE("looking for losses");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** Says it to a reader. */
    public String words() {
        return words;
    }
}
