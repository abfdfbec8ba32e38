package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which names an ALTER was to take: by adding, by renaming, by moving into another schema. Stateless. */
final class AlteredTargets {

    private AlteredTargets() {}

    /** Reads on after ALTER. */
    static List<StatementTarget> read(Cursor cursor) {
        if (cursor.accept("schema")) {
            return renamed(cursor, Kind.SCHEMA);
        }
        if (cursor.accept("index")) {
            return renamed(cursor, Kind.INDEX);
        }
        Optional<Effect.Kind> kind = Kinds.next(cursor);
        if (kind.isEmpty()) {
            return List.of();
        }
        return actions(cursor, kind.get() == Effect.Kind.TYPE);
    }

    private static List<StatementTarget> renamed(Cursor cursor, Kind kind) {
        cursor.accept("if", "exists");
        SqlName from = cursor.name().orElse(null);
        SqlName to = cursor.accept("rename", "to") ? cursor.name().orElse(null) : null;
        return from == null || to == null
                ? List.of()
                : List.of(StatementTarget.of(kind, new SqlName(from.schema(), to.name()), false));
    }

    private static List<StatementTarget> actions(Cursor cursor, boolean type) {
        cursor.accept("if", "exists");
        cursor.accept("only");
        SqlName owner = cursor.name().orElse(null);
        List<StatementTarget> targets = new ArrayList<>();
        if (owner == null) {
            return targets;
        }
        cursor.accept('*');
        do {
            StatementTarget target = action(cursor, owner, type);
            if (target != null) {
                targets.add(target);
            }
        } while (nextAction(cursor));
        return targets;
    }

    private static @Nullable StatementTarget action(Cursor cursor, SqlName owner, boolean type) {
        if (cursor.accept("rename", "to")) {
            return cursor.name()
                    .map(to -> StatementTarget.of(
                            type ? Kind.TYPE : Kind.RELATION, new SqlName(owner.schema(), to.name()), false))
                    .orElse(null);
        }
        if (cursor.accept("set", "schema")) {
            return cursor.name()
                    .map(to -> StatementTarget.of(
                            type ? Kind.TYPE : Kind.RELATION, new SqlName(to.name(), owner.name()), false))
                    .orElse(null);
        }
        if (cursor.accept("rename")) {
            return renamedPart(cursor, owner);
        }
        if (!cursor.accept("add")) {
            return null;
        }
        if (cursor.accept("value")) {
            boolean tolerant = cursor.accept("if", "not", "exists");
            Token label = cursor.take();
            return label.kind() == Token.Kind.STRING ? part(Kind.LABEL, owner, label.text(), tolerant) : null;
        }
        if (cursor.accept("constraint")) {
            return cursor.name()
                    .map(name -> part(Kind.CONSTRAINT, owner, name.name(), false))
                    .orElse(null);
        }
        cursor.acceptAny("column", "attribute");
        boolean tolerant = cursor.accept("if", "not", "exists");
        return cursor.name()
                .map(name -> part(Kind.COLUMN, owner, name.name(), tolerant))
                .orElse(null);
    }

    private static @Nullable StatementTarget renamedPart(Cursor cursor, SqlName owner) {
        boolean constraint = cursor.accept("constraint");
        boolean label = cursor.accept("value");
        cursor.acceptAny("column", "attribute");
        cursor.take();
        if (!cursor.accept("to")) {
            return null;
        }
        Kind kind = label ? Kind.LABEL : constraint ? Kind.CONSTRAINT : Kind.COLUMN;
        return part(kind, owner, cursor.take().text(), false);
    }

    /** A constraint's index is in the schema of its table, too. */
    private static StatementTarget part(Kind kind, SqlName owner, String name, boolean tolerant) {
        String schema = kind == Kind.CONSTRAINT ? owner.schema() : null;
        return new StatementTarget(kind, new SqlName(schema, name), owner, tolerant, false);
    }

    private static boolean nextAction(Cursor cursor) {
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.take();
            if (depth == 0 && token.is(',')) {
                return true;
            }
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
        }
        return false;
    }
}
