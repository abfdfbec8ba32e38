package io.github.cleanstaletypes.chaos.run;

/** What a run spends its time on. */
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

    /** For a reader. */
    public String words() {
        return words;
    }
}
