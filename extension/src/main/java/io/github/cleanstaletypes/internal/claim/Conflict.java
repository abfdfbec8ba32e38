package io.github.cleanstaletypes.internal.claim;

/** What would be in the way of the object that a claimed name is wanted for. */
public enum Conflict {
    /** Types and relations: of a CREATE TABLE, which makes one of each. */
    EITHER,
    /** Types only: of a CREATE TYPE; or of a CREATE that puts up with a relation (IF NOT EXISTS, OR REPLACE, after a DROP). */
    TYPE,
    /** Relations only, and composite types, which are relations too: of a sequence or an index, which has no type. */
    RELATION,
    /** An invalid index only: of a CREATE INDEX IF NOT EXISTS, which puts up with it, and then there is none that a query uses. */
    INVALID_INDEX,
    /** A detach of a partition of that name that has not ended, and nothing else: of a change of the partition, which is there by rights. */
    PENDING_DETACH
}
