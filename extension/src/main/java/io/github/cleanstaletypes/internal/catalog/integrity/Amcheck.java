package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.SqlResource;

/**
 * The functions of the extension amcheck, where this role may call them. They need no transaction id and take no lock that stops a
 * migration (manual, amcheck).
 *
 * @param verifyHeap the qualified and quoted name of {@code verify_heapam}
 * @param checkIndex the qualified and quoted name of {@code bt_index_check}
 */
public record Amcheck(String verifyHeap, String checkIndex) {

    public static final SqlResource SQL = SqlResource.named(Amcheck.class, "amcheck.sql");

    /** Lists what is wrong with the rows of a catalog. */
    String verify(CheckedCatalog catalog) {
        return "SELECT blkno, offnum, msg FROM " + verifyHeap + "('pg_catalog." + catalog.tableName() + "')";
    }

    /** Fails with XX001 or XX002 if the index lacks a row of its table, or is damaged in itself. */
    String check(CheckedIndex index) {
        return "SELECT " + checkIndex + "('pg_catalog." + index.indexName() + "', true)";
    }
}
