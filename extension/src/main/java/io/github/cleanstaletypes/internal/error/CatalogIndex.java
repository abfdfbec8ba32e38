package io.github.cleanstaletypes.internal.error;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unique indexes of the system catalogs ({@code src/include/catalog}). The violation of all but one means that two sessions created the
 * same thing; where the labels of an enum are unique, one statement alone has named a label twice.
 * Neither their names nor their columns' are translated.
 */
enum CatalogIndex {
    TYPE("pg_type_typname_nsp_index", Cause.TYPE_RACE, "typname, typnamespace"),
    RELATION("pg_class_relname_nsp_index", Cause.RELATION_RACE, "relname, relnamespace"),
    SCHEMA("pg_namespace_nspname_index", Cause.SCHEMA_RACE, "nspname"),
    EXTENSION("pg_extension_name_index", Cause.EXTENSION_RACE, "extname"),
    FUNCTION("pg_proc_proname_args_nsp_index", Cause.FUNCTION_RACE, "proname, proargtypes, pronamespace"),
    ENUM_LABEL("pg_enum_typid_label_index", Cause.ENUM_LABEL_TWICE, "enumtypid, enumlabel"),
    DATABASE("pg_database_datname_index", Cause.DATABASE_RACE, "datname"),
    ROLE("pg_authid_rolname_index", Cause.ROLE_RACE, "rolname");

    private final String constraint;
    private final Cause cause;
    private final String columns;

    CatalogIndex(String constraint, Cause cause, String columns) {
        this.constraint = constraint;
        this.cause = cause;
        this.columns = columns;
    }

    static Optional<CatalogIndex> named(@Nullable String constraint) {
        return Arrays.stream(values())
                .filter(index -> index.constraint.equals(constraint))
                .findFirst();
    }

    /** @param columns as the server prints them, with commas */
    static Optional<CatalogIndex> on(String columns) {
        return Arrays.stream(values())
                .filter(index -> index.columns.equals(columns))
                .findFirst();
    }

    String constraint() {
        return constraint;
    }

    Cause cause() {
        return cause;
    }
}
