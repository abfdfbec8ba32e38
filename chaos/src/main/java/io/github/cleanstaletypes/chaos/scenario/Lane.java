package io.github.cleanstaletypes.chaos.scenario;

/** Who does something in a run: a line of the drawing, in this order. */
public enum Lane {
    /** The process of the migrator that gets interrupted. */
    MIGRATOR("migrator"),
    /** What the server still does for it. */
    SESSION("its session"),
    /** The server itself. */
    SERVER("server"),
    /** Somebody who just works with the database. */
    APPLICATION("application"),
    /** Who holds what. */
    LOCKS("locks"),
    /** The one who is to heal. */
    HEALER("healer"),
    /** The migrator that runs after all that. */
    NEXT("next migrator");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    /** What a reader sees. */
    public String label() {
        return label;
    }
}
