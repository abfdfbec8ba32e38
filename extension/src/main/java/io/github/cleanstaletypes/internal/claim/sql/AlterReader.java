package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ALTER … RENAME TO and SET SCHEMA. */
final class AlterReader {

    private AlterReader() {}

    /** Reads on after ALTER. */
    static List<Effect> read(Cursor cursor) {
        Optional<Kind> kind = Kinds.next(cursor);
        if (kind.isEmpty()) {
            return List.of();
        }
        boolean tolerant = cursor.accept("if", "exists");
        cursor.accept("only");
        Optional<SqlName> name = cursor.name();
        cursor.accept('*');
        boolean rename = cursor.accept("rename", "to");
        if (!rename && !cursor.accept("set", "schema")) {
            return kind.get() == Kind.RELATION && name.isPresent() ? actions(cursor, name.get(), tolerant) : List.of();
        }
        Optional<SqlName> to = cursor.name();
        if (name.isEmpty() || to.isEmpty() || !cursor.atEnd()) {
            return List.of(new Effect.NotUnderstood());
        }
        return List.of(
                rename
                        ? new Effect.Rename(kind.get(), name.get(), to.get().name(), tolerant)
                        : new Effect.Move(kind.get(), name.get(), to.get().name(), tolerant));
    }

    /** Reads what matters to the table's indexes. */
    private static List<Effect> actions(Cursor cursor, SqlName table, boolean tolerant) {
        List<Effect> effects = new ArrayList<>();
        if (cursor.anyAction("drop")) {
            effects.add(new Effect.Reduce(table));
        }
        if (!tolerant) {
            effects.addAll(IndexReader.constraints(cursor, 0, table));
        }
        return effects;
    }
}
