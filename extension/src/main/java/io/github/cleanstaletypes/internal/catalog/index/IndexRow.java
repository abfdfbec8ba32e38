package io.github.cleanstaletypes.internal.catalog.index;

import io.github.cleanstaletypes.internal.sql.RawText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not valid: no query uses it.
 *
 * @param oid its {@code pg_class.oid}
 * @param schema its schema
 * @param name its name
 * @param tableSchema the schema of its table, which is the same but for a table that is a TOAST table
 * @param tableName the name of its table
 * @param owner the name of its owner, who is the table's
 * @param owned whether the current role has the owner's rights
 * @param unique whether it is to refuse duplicates
 * @param ready whether each write goes into it, so that a unique one refuses duplicates already
 * @param live whether it is not on its way out: a DROP INDEX CONCURRENTLY was broken off if not
 * @param role whose it is
 * @param builder the pid of the session that is building it; null if nobody is
 * @param definition what it is in full; null if that could not be read since somebody holds its table
 */
public record IndexRow(
        long oid,
        String schema,
        String name,
        String tableSchema,
        String tableName,
        String owner,
        boolean owned,
        boolean unique,
        boolean ready,
        boolean live,
        IndexRole role,
        @Nullable Long builder,
        @Nullable IndexDefinition definition) {

    /** Whether all that a removal would print and send is text, so that it can be taken back. */
    public boolean exact() {
        return Stream.of(schema, name, tableSchema, tableName, owner, definition == null ? "" : definition.undo())
                .allMatch(RawText::exact);
    }

    IndexRow with(@Nullable IndexDefinition known) {
        return new IndexRow(
                oid, schema, name, tableSchema, tableName, owner, owned, unique, ready, live, role, builder, known);
    }
}
