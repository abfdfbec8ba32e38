package io.github.cleanstaletypes.proof.schema;

/** The sorts of types that a random schema has. */
enum TypeSort {
    ENUM,
    DOMAIN,
    COMPOSITE,
    RANGE,
    SHELL,
    BASE,
    /** An enum that belongs to an extension. */
    OWNED,
    /** The row type of a table. */
    ROW;

    /** Whether such a type may be removed at all. */
    boolean isStandalone() {
        return switch (this) {
            case ENUM, DOMAIN, COMPOSITE, RANGE -> true;
            case SHELL, BASE, OWNED, ROW -> false;
        };
    }
}
