package io.github.cleanstaletypes.internal.catalog;

import java.util.Locale;

/** Says what kind of standalone type a {@code pg_type} row is ({@code pg_type.typtype}, manual section 53.64). */
public enum TypeKind {
    ENUM,
    DOMAIN,
    RANGE,
    COMPOSITE,
    /** Comes and goes with its range. */
    MULTIRANGE,
    /** Has input and output functions; only a superuser makes one. */
    BASE;

    static TypeKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The kind in lower case, as the manual writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a leftover of this kind may be a candidate for removal at all. */
    public boolean removable() {
        return this != MULTIRANGE && this != BASE;
    }
}
