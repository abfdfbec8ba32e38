package io.github.cleanstaletypes.internal.claim.migration.tool;

/** How much a directory says by itself of whose migrations it holds. */
enum Mark {
    /** They are this tool's: no other one's look so. */
    OWN,
    /** They may be this tool's, if its history says so. */
    POSSIBLE,
    /** They are not this tool's. */
    NONE
}
