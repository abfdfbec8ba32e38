package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.SqlResource;

/**
 * The functions of the extension amcheck, where this role may call them. They need no transaction id and take no lock that stops a
 * migration (manual, amcheck). Each is called with its full signature and typed arguments, so that no overload of somebody else's in the
 * same schema can be what is meant.
 *
 * @param verifyHeap the qualified and quoted name of {@code verify_heapam}
 * @param checkIndex the qualified and quoted name of {@code bt_index_check}
 */
public record Amcheck(String verifyHeap, String checkIndex) {

    public static final SqlResource SQL = SqlResource.named(Amcheck.class, "amcheck.sql");

    private static final String HEAP = SqlResource.fragment(Amcheck.class, "verify_heap.sql");
    private static final String INDEX = SqlResource.fragment(Amcheck.class, "check_index.sql");

    /** Lists what is wrong with the rows of a catalog. */
    SqlResource verify(CheckedCatalog catalog) {
        return SqlResource.composed("verify_heap", HEAP.formatted(verifyHeap, catalog.tableName()));
    }

    /** Fails with XX001 or XX002 if the index lacks a row of its table, or is damaged in itself. */
    SqlResource check(CheckedIndex index) {
        return SqlResource.composed("check_index", INDEX.formatted(checkIndex, index.indexName()));
    }
}
