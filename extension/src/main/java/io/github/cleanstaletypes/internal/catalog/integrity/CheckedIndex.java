package io.github.cleanstaletypes.internal.catalog.integrity;

import java.util.Locale;

/** Lists the indexes through which names and oids are looked up in {@link CheckedCatalog}s. */
enum CheckedIndex {
    PG_TYPE_TYPNAME_NSP_INDEX(CheckedCatalog.PG_TYPE, "t.typname, t.typnamespace"),
    PG_TYPE_OID_INDEX(CheckedCatalog.PG_TYPE, "t.oid"),
    PG_CLASS_RELNAME_NSP_INDEX(CheckedCatalog.PG_CLASS, "c.relname, c.relnamespace"),
    PG_CLASS_OID_INDEX(CheckedCatalog.PG_CLASS, "c.oid");

    private final CheckedCatalog catalog;
    private final String key;

    CheckedIndex(CheckedCatalog catalog, String key) {
        this.catalog = catalog;
        this.key = key;
    }

    CheckedCatalog catalog() {
        return catalog;
    }

    String indexName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the rows in this index's order, so that the planner, left with index scans only and no sort, goes through this index. */
    String rows() {
        return catalog.rows() + "\n ORDER BY " + key;
    }
}
