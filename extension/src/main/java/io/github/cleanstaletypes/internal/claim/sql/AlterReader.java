package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
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
            return List.of();
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
}
