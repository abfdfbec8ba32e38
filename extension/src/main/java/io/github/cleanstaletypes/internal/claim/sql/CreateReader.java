package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads CREATE statements, and what creates a table without saying so. */
final class CreateReader {

    private CreateReader() {}

    /** Reads on after CREATE. */
    static List<Effect> read(Cursor cursor) {
        if (cursor.accept("schema")) {
            return schema(cursor);
        }
        if (cursor.accept("unique", "index") || cursor.accept("index")) {
            return IndexReader.create(cursor);
        }
        boolean replace = cursor.accept("or", "replace");
        cursor.acceptAny("global", "local");
        boolean temporary = cursor.acceptAny("temporary", "temp");
        cursor.accept("unlogged");
        cursor.accept("recursive");
        Optional<Kind> kind = Kinds.next(cursor);
        if (kind.isEmpty()) {
            return List.of();
        }
        boolean tolerant = cursor.accept("if", "not", "exists") || replace;
        Optional<SqlName> name = cursor.name();
        if (name.isEmpty() || !cursor.nameIsWhole()) {
            return List.of(new Effect.NotUnderstood());
        }
        Kind exact = kind.get() == Kind.TYPE && cursor.accept("as") && cursor.accept('(') ? Kind.COMPOSITE : kind.get();
        if (temporary || "pg_temp".equals(name.get().schema())) {
            return List.of(new Effect.CreateTemporary(name.get().name()));
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Create(exact, name.get(), tolerant));
        if (exact == Kind.RELATION && !tolerant) {
            effects.addAll(IndexReader.constraints(cursor.ahead(), 1, name.get()));
        }
        return effects;
    }

    /** A CREATE SCHEMA may have the CREATEs of what is to be in it as parts of itself. */
    private static List<Effect> schema(Cursor cursor) {
        boolean tolerant = cursor.accept("if", "not", "exists");
        String schema = null;
        if (!cursor.peek().is("authorization")) {
            Optional<SqlName> name = cursor.name();
            if (name.isEmpty()) {
                return List.of(new Effect.NotUnderstood());
            }
            schema = name.get().name();
        }
        List<Effect> effects = new ArrayList<>();
        while (!tolerant && cursor.skipBehind("create")) {
            for (Effect effect : read(cursor)) {
                effects.addAll(within(schema, effect));
            }
        }
        return effects;
    }

    /** Which of several parts an index belongs to is not followed. */
    private static List<Effect> within(@Nullable String schema, Effect effect) {
        if (effect instanceof Effect.CreateIndex) {
            return List.of();
        }
        return List.of(
                effect instanceof Effect.Create create && create.name().schema() == null
                        ? new Effect.Create(
                                create.kind(), new SqlName(schema, create.name().name()), create.tolerant())
                        : effect);
    }

    /** Reads on after SELECT or WITH. */
    static List<Effect> selectInto(String first, Cursor cursor) {
        if (setsPath(first, cursor)) {
            return PathReader.setConfig(cursor);
        }
        Token before = cursor.peek();
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.take();
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
            if (depth == 0 && token.is("into") && !before.is("insert") && !before.is("merge")) {
                return into(cursor);
            }
            before = token;
        }
        return List.of();
    }

    private static boolean setsPath(String first, Cursor cursor) {
        return first.equals("select")
                && (cursor.accept("set_config") || cursor.acceptQualified("pg_catalog", "set_config"));
    }

    private static List<Effect> into(Cursor cursor) {
        boolean temporary = cursor.acceptAny("temporary", "temp");
        cursor.accept("unlogged");
        cursor.accept("table");
        Optional<SqlName> name = cursor.name();
        if (name.isEmpty()) {
            return List.of(new Effect.NotUnderstood());
        }
        return List.of(
                temporary
                        ? new Effect.CreateTemporary(name.get().name())
                        : new Effect.Create(Kind.RELATION, name.get(), false));
    }
}
