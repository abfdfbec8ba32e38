package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.sql.StoredName;
import org.jspecify.annotations.Nullable;

/**
 * What an error names.
 *
 * @param schemaOid the oid of its schema, or 0 if the error does not tell it
 * @param schema the schema that the failing statement says, or null
 * @param name its name, as the server stores it
 * @param kind what it is in words, where its cause does not tell: {@code rule}; or null
 * @param on the table or type that it belongs to, or null
 */
public record NamedObject(
        long schemaOid,
        @Nullable String schema,
        String name,
        @Nullable String kind,
        @Nullable SqlName on) {

    static NamedObject bare(String name) {
        return new NamedObject(0, null, name, null, null);
    }

    static NamedObject in(long schemaOid, String name) {
        return new NamedObject(schemaOid, null, name, null, null);
    }

    /** What the error names, completed by what its statement says; what the statement says where the error names nothing. */
    static NamedObject of(Cause cause, @Nullable NamedObject named, StatementTarget target) {
        NamedObject known = named == null ? bare(StoredName.cut(target.name().name())) : named;
        // a constraint has no schema but its table's
        boolean nowhere = target.temporary() || cause == Cause.CONSTRAINT_EXISTS;
        String said = nowhere ? null : target.name().schema();
        SqlName owner = target.on();
        boolean sameOwner = known.on == null || (owner != null && owner.name().equals(known.on.name()));
        return new NamedObject(
                known.schemaOid,
                known.schema == null ? said : known.schema,
                known.name,
                known.kind,
                owner != null && sameOwner ? owner : known.on);
    }

    NamedObject and(NamedObject other) {
        return new NamedObject(
                schemaOid == 0 ? other.schemaOid : schemaOid,
                schema == null ? other.schema : schema,
                name,
                kind == null ? other.kind : kind,
                on == null || (on.schema() == null && other.on != null) ? other.on : on);
    }

    /** The name as SQL writes it. */
    public SqlName sqlName() {
        return new SqlName(schema, name);
    }
}
