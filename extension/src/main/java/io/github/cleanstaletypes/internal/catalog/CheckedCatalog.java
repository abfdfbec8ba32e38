package io.github.cleanstaletypes.internal.catalog;

import java.util.Locale;

/** The catalogs in which a CREATE looks for its name. */
enum CheckedCatalog {
    PG_TYPE,
    PG_CLASS;

    private final String rows = SqlResource.named(tableName() + "_rows.sql").text();

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads oid, namespace, name of all rows. */
    String rows() {
        return rows;
    }
}
