package io.github.cleanstaletypes.internal.catalog.index;

/** Says whose an index is, as far as that decides whether it may be removed. */
public enum IndexRole {
    /** An ordinary table has it, and nothing else needs it. */
    TABLE(""),
    /** It is, or may become, a part of a partitioned table's index. */
    PARTITION("a partition"),
    MATERIALIZED_VIEW("a materialized view"),
    /** The index or its table is a member of an extension. */
    EXTENSION("an extension"),
    /** A constraint, which may be another table's foreign key, stands on it. */
    CONSTRAINT("a constraint"),
    /** The server cannot build it concurrently. */
    EXCLUSION_CONSTRAINT("an exclusion constraint"),
    REPLICA_IDENTITY("the table's replica identity"),
    /** It leads to values that are too long for the table itself. */
    TOAST("a TOAST table");

    private final String word;

    IndexRole(String word) {
        this.word = word;
    }

    /** What it belongs to, in words; empty for an ordinary table. */
    public String word() {
        return word;
    }
}
