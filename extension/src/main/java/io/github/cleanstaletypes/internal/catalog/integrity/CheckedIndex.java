package io.github.cleanstaletypes.internal.catalog.integrity;

import java.util.Locale;

/** Lists the indexes through which names and oids are looked up in {@link CheckedCatalog}s. */
enum CheckedIndex {
    PG_TYPE_TYPNAME_NSP_INDEX(CheckedCatalog.PG_TYPE, "t.typname, t.typnamespace", "typname >= ''"),
    PG_TYPE_OID_INDEX(CheckedCatalog.PG_TYPE, "t.oid", "oid >= 0"),
    PG_CLASS_RELNAME_NSP_INDEX(CheckedCatalog.PG_CLASS, "c.relname, c.relnamespace", "relname >= ''"),
    PG_CLASS_OID_INDEX(CheckedCatalog.PG_CLASS, "c.oid", "oid >= 0");

    private final CheckedCatalog catalog;
    private final String key;
    private final String condition;

    CheckedIndex(CheckedCatalog catalog, String key, String condition) {
        this.catalog = catalog;
        this.key = key;
        this.condition = condition;
    }

    CheckedCatalog catalog() {
        return catalog;
    }

    String indexName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Holds for each row, and can be looked up in this index alone. */
    String condition() {
        return condition;
    }

    /** Whether its order is not that in which rows come about, so that going through it would jump from page to page of the table. */
    boolean scattered() {
        return switch (this) {
            case PG_TYPE_TYPNAME_NSP_INDEX, PG_CLASS_RELNAME_NSP_INDEX -> true;
            case PG_TYPE_OID_INDEX, PG_CLASS_OID_INDEX -> false;
        };
    }

    /** Reads the rows in this index's order, so that the planner, left with index scans only and no sort, goes through this index. */
    String rows() {
        return catalog.rows() + "\n ORDER BY " + key;
    }
}
