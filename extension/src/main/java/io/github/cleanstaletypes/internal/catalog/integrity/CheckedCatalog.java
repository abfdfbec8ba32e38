package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.util.Locale;

/** Lists the catalogs in which a CREATE looks for its name. */
enum CheckedCatalog {
    PG_TYPE,
    PG_CLASS;

    private final String total = SqlResource.fragment(CheckedCatalog.class, tableName() + "_total.sql");
    private final String rows = SqlResource.fragment(CheckedCatalog.class, tableName() + "_rows.sql");

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a number for all rows, and one for what they point to. */
    SqlResource total() {
        return SqlResource.composed(tableName() + "_total", total);
    }

    /** Reads oid, namespace, name of all rows. */
    String rows() {
        return rows;
    }
}
