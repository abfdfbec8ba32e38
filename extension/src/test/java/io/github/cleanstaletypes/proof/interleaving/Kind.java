package io.github.cleanstaletypes.proof.interleaving;

/** The kinds of type that are to be removed, all of them called {@code race.mood}. */
enum Kind {
    ENUM("CREATE TYPE race.mood AS ENUM ('a', 'b')"),
    DOMAIN("CREATE DOMAIN race.mood AS text CHECK (VALUE <> 'never')"),
    COMPOSITE("CREATE TYPE race.mood AS (a int)"),
    RANGE("CREATE TYPE race.mood AS RANGE (subtype = int)");

    private final String create;

    Kind(String create) {
        this.create = create;
    }

    /** Makes it, with a comment. */
    String create() {
        return create + "; COMMENT ON " + (this == DOMAIN ? "DOMAIN" : "TYPE") + " race.mood IS 'a feeling'";
    }
}
