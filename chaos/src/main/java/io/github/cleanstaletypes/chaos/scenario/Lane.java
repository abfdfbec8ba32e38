package io.github.cleanstaletypes.chaos.scenario;

/** A participant of a run has a line in the drawing, in this order. */
public enum Lane {
    /** The migrator that gets interrupted does it. */
    MIGRATOR("migrator"),
    /** The server still does it for that migrator. */
    SESSION("its session"),
    /** The server itself does it. */
    SERVER("server"),
    /** An application that just works with the database does it. */
    APPLICATION("application"),
    /** Somebody takes or holds a lock. */
    LOCKS("locks"),
    /** The healer does it. */
    HEALER("healer"),
    /** The migrator that runs after all that does it. */
    NEXT("next migrator");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    /** Returns what a reader sees. */
    public String label() {
        return label;
    }
}
