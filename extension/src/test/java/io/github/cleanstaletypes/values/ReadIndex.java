package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.catalog.index.IndexDefinition;
import io.github.cleanstaletypes.internal.catalog.index.IndexRole;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import org.jspecify.annotations.Nullable;

/** An invalid index of {@code public.orders}, as a server could have told it; one of an ordinary table, not unique, unless said otherwise. */
public final class ReadIndex {

    private final String name;
    private String schema = "public";
    private boolean owned = true;
    private boolean unique;
    private boolean ready;
    private boolean live = true;
    private IndexRole role = IndexRole.TABLE;
    private @Nullable Long builder;
    private boolean held;

    private ReadIndex(String name) {
        this.name = name;
    }

    public static ReadIndex named(String name) {
        return new ReadIndex(name);
    }

    public ReadIndex inSchema(String value) {
        schema = value;
        return this;
    }

    public ReadIndex ofAnotherOwner() {
        owned = false;
        return this;
    }

    public ReadIndex unique() {
        unique = true;
        return this;
    }

    public ReadIndex ready() {
        ready = true;
        return this;
    }

    public ReadIndex halfDropped() {
        live = false;
        return this;
    }

    public ReadIndex of(IndexRole value) {
        role = value;
        return this;
    }

    public ReadIndex builtBy(long pid) {
        builder = pid;
        return this;
    }

    /** Somebody holds its table, so that it could not be described. */
    public ReadIndex held() {
        held = true;
        return this;
    }

    public IndexRow read() {
        String statement =
                "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + name + " ON public.orders USING btree (id)";
        IndexDefinition definition = new IndexDefinition(
                8192,
                statement,
                "BEGIN;\n" + statement + ";\nCOMMIT;",
                unique
                        ? "SELECT id, pg_catalog.count(*) FROM public.orders GROUP BY 1 HAVING pg_catalog.count(*) > 1;"
                        : null);
        return new IndexRow(
                801,
                schema,
                name,
                "public",
                "orders",
                "anna",
                owned,
                unique,
                ready,
                live,
                role,
                builder,
                held ? null : definition);
    }
}
