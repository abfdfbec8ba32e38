package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a CREATE was to create, whatever it is. Stateless. */
final class CreatedTargets {

    private static final String[][] OTHERS = {
        {"extension"},
        {"publication"},
        {"subscription"},
        {"role"},
        {"user"},
        {"group"},
        {"database"},
        {"tablespace"},
        {"server"},
        {"collation"},
        {"conversion"},
        {"language"},
        {"statistics"},
        {"aggregate"},
        {"event", "trigger"},
        {"access", "method"},
        {"foreign", "data", "wrapper"},
        {"operator", "class"},
        {"operator", "family"},
        {"text", "search", "configuration"},
        {"text", "search", "dictionary"},
        {"text", "search", "parser"},
        {"text", "search", "template"}
    };

    private CreatedTargets() {}

    /** Reads on after CREATE. */
    static List<StatementTarget> read(Cursor cursor) {
        boolean replace = cursor.accept("or", "replace");
        cursor.acceptAny("global", "local");
        boolean temporary = cursor.acceptAny("temporary", "temp");
        cursor.acceptAny("unlogged", "unique", "trusted", "procedural", "default");
        cursor.acceptAny("recursive", "constraint", "procedural");
        if (cursor.accept("index")) {
            return index(cursor);
        }
        if (cursor.accept("policy")) {
            return on(cursor, Kind.POLICY, "on");
        }
        if (cursor.accept("trigger")) {
            return on(cursor, Kind.TRIGGER, "on");
        }
        if (cursor.accept("rule")) {
            return on(cursor, Kind.OTHER, "to");
        }
        Kind kind = kind(cursor);
        if (kind == null) {
            return List.of();
        }
        boolean tolerant = cursor.accept("if", "not", "exists") || replace;
        Optional<SqlName> name = cursor.name();
        if (name.isEmpty()) {
            return List.of();
        }
        StatementTarget target = new StatementTarget(kind, name.get(), null, tolerant, temporary);
        List<StatementTarget> targets = new ArrayList<>(List.of(target));
        if (kind == Kind.RELATION) {
            constraints(cursor, target, targets);
        }
        return targets;
    }

    private static @Nullable Kind kind(Cursor cursor) {
        if (cursor.accept("schema")) {
            return Kind.SCHEMA;
        }
        if (cursor.acceptAny("function", "procedure")) {
            return Kind.FUNCTION;
        }
        for (String[] words : OTHERS) {
            if (cursor.accept(words)) {
                return Kind.OTHER;
            }
        }
        return Kinds.next(cursor)
                .map(kind -> kind == Effect.Kind.TYPE ? Kind.TYPE : Kind.RELATION)
                .orElse(null);
    }

    /** An index is in the schema of its table. */
    private static List<StatementTarget> index(Cursor cursor) {
        cursor.accept("concurrently");
        boolean tolerant = cursor.accept("if", "not", "exists");
        Optional<SqlName> name = cursor.peek().is("on") ? Optional.empty() : cursor.name();
        if (name.isEmpty() || !cursor.accept("on")) {
            return List.of();
        }
        cursor.accept("only");
        SqlName table = cursor.name().orElse(null);
        String schema = table == null ? null : table.schema();
        return List.of(
                new StatementTarget(Kind.INDEX, new SqlName(schema, name.get().name()), table, tolerant, false));
    }

    private static List<StatementTarget> on(Cursor cursor, Kind kind, String word) {
        Optional<SqlName> name = cursor.name();
        if (name.isEmpty()) {
            return List.of();
        }
        SqlName table = cursor.skipBehind(word) ? cursor.name().orElse(null) : null;
        return List.of(new StatementTarget(kind, name.get(), table, false, false));
    }

    /** A constraint that makes an index gives it its name. */
    private static void constraints(Cursor cursor, StatementTarget table, List<StatementTarget> targets) {
        while (!cursor.atEnd()) {
            if (cursor.accept("constraint")) {
                cursor.name()
                        .ifPresent(name -> targets.add(new StatementTarget(
                                Kind.CONSTRAINT,
                                new SqlName(table.name().schema(), name.name()),
                                table.name(),
                                table.tolerant(),
                                table.temporary())));
            } else {
                cursor.take();
            }
        }
    }
}
