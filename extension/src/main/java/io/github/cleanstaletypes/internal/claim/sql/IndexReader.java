package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what creates an index of a given name; where the server chooses a name, it takes one that is free. */
final class IndexReader {

    private IndexReader() {}

    /** Reads on after CREATE INDEX. */
    static List<Effect> create(Cursor cursor) {
        cursor.accept("concurrently");
        boolean tolerant = cursor.accept("if", "not", "exists");
        if (cursor.accept("on")) {
            return List.of();
        }
        Optional<SqlName> index = cursor.name();
        boolean on = cursor.accept("on");
        cursor.accept("only");
        Optional<SqlName> table = on ? cursor.name() : Optional.empty();
        if (index.isEmpty() || table.isEmpty() || !cursor.nameIsWhole()) {
            return List.of(new Effect.NotUnderstood());
        }
        return List.of(new Effect.CreateIndex(index.get(), table.get(), tolerant));
    }

    /**
     * Reads constraints that have an index, and a name.
     *
     * @param within how many parentheses they are in
     */
    static List<Effect> constraints(Cursor cursor, int within, SqlName table) {
        List<Effect> effects = new ArrayList<>();
        int depth = 0;
        while (!cursor.atEnd()) {
            if (depth == within && cursor.accept("constraint")) {
                Optional<SqlName> name = cursor.name();
                if (name.isPresent() && cursor.peekAny("primary", "unique", "exclude")) {
                    constraint(cursor, name.get(), table).ifPresent(effects::add);
                }
            } else {
                Token token = cursor.take();
                depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
            }
        }
        return effects;
    }

    private static Optional<Effect> constraint(Cursor cursor, SqlName name, SqlName table) {
        cursor.take();
        cursor.accept("key");
        if (cursor.accept("using", "index")) {
            // which then has the constraint's name
            return cursor.name()
                    .filter(index -> !index.equals(name))
                    .map(index -> new SqlName(table.schema(), index.name()))
                    .map(index -> new Effect.Rename(Kind.INDEX, index, name.name(), true));
        }
        return Optional.of(new Effect.CreateIndex(name, table, false));
    }
}
