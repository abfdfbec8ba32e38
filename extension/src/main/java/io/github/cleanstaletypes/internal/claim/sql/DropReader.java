package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads DROP statements. */
final class DropReader {

    private DropReader() {}

    /** Reads on after DROP. */
    static List<Effect> read(Cursor cursor) {
        boolean schema = cursor.accept("schema");
        Optional<Kind> kind = schema ? Optional.empty() : Kinds.next(cursor);
        if (!schema && kind.isEmpty()) {
            return cursor.endsWith("cascade") ? List.of(new Effect.Cascade()) : List.of();
        }
        cursor.accept("if", "exists");
        List<Effect> effects = new ArrayList<>();
        do {
            Optional<SqlName> name = cursor.name();
            if (name.isEmpty() || !cursor.nameIsWhole()) {
                return List.of(new Effect.NotUnderstood());
            }
            effects.add(
                    schema
                            ? new Effect.DropSchema(name.get().name())
                            : new Effect.Drop(kind.orElseThrow(), name.get()));
        } while (cursor.accept(','));
        if (cursor.endsWith("cascade") && !kind.equals(Optional.of(Kind.RELATION))) {
            effects.add(new Effect.Cascade());
        }
        return effects;
    }
}
