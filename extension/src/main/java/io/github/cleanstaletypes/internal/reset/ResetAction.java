package io.github.cleanstaletypes.internal.reset;

/** What is asked for. */
public enum ResetAction {
    /** A new database is to have the name. */
    RESET("reset"),
    /** The one that was set aside last is to have it back. */
    UNDO("reset --undo"),
    /** Those that were set aside are to go. */
    DROP_OLD("reset --drop-old");

    private final String words;

    ResetAction(String words) {
        this.words = words;
    }

    /** The command and the option for it. */
    public String words() {
        return words;
    }
}
