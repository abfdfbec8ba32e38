package io.github.cleanstaletypes.report;

/** Lists why a name cannot be created. Each cause has a page of its name in {@code extension/docs/findings}. */
public enum FindingCode {
    UNUSED_TYPE(false),
    TYPE_IN_USE(false),
    LEFTOVER_RELATION(false),
    INVALID_INDEX(false),
    PENDING_DETACH(false),
    UNCOMMITTED_CREATION(false),
    PREPARED_CREATION(false),
    UNFINISHED_MIGRATION(false),
    ORPHAN_ROW_TYPE(true),
    ORPHAN_ARRAY_TYPE(true),
    RELATION_WITHOUT_TYPE(true),
    INVISIBLE_ROW(true),
    DAMAGED_INDEX(true);

    private final boolean damage;

    FindingCode(boolean damage) {
        this.damage = damage;
    }

    /** Tells whether the catalog itself is damaged, which forbids every change in that database. */
    public boolean damage() {
        return damage;
    }
}
