package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what sets {@code search_path}. */
final class PathReader {

    private static final List<Effect> NOTHING = List.of();
    private static final List<Effect> HIDDEN = List.of(new Effect.HidePath());

    private PathReader() {}

    /** Reads on after SET. */
    static List<Effect> set(Cursor cursor) {
        boolean local = cursor.accept("local");
        cursor.accept("session");
        if (cursor.accept("schema")) {
            return schemas(cursor, local);
        }
        if (!cursor.accept("search_path")) {
            return NOTHING;
        }
        if (!cursor.accept("to") && !cursor.accept('=')) {
            return HIDDEN;
        }
        if (cursor.accept("default")) {
            return List.of(new Effect.SetPath(List.of(), local));
        }
        return schemas(cursor, local);
    }

    /** Reads on after RESET. */
    static List<Effect> reset(Cursor cursor) {
        return cursor.acceptAny("search_path", "all") ? List.of(new Effect.SetPath(List.of(), false)) : NOTHING;
    }

    /** Reads on after SELECT set_config. */
    static List<Effect> setConfig(Cursor cursor) {
        if (!cursor.accept('(')) {
            return NOTHING;
        }
        Token setting = cursor.take();
        if (setting.kind() != Kind.STRING || !Characters.fold(setting.text()).equals("search_path")) {
            return NOTHING;
        }
        boolean comma = cursor.accept(',');
        Token value = cursor.take();
        boolean literal = comma && value.kind() == Kind.STRING && cursor.accept(',');
        Token local = cursor.take();
        if (!literal || !cursor.accept(')') || !(local.is("true") || local.is("false"))) {
            return HIDDEN;
        }
        // the value is written as in SET, all in one string
        List<Token> tokens = new ArrayList<>();
        Scanner scanner = new Scanner(value.text());
        for (Token token = scanner.next(); token != null; token = scanner.next()) {
            tokens.add(token);
        }
        return tokens.isEmpty() ? HIDDEN : schemas(new Cursor(tokens), local.is("true"));
    }

    private static List<Effect> schemas(Cursor cursor, boolean local) {
        List<String> schemas = new ArrayList<>();
        do {
            Optional<String> schema = schema(cursor.take());
            if (schema.isEmpty()) {
                return HIDDEN;
            }
            schemas.add(schema.get());
        } while (cursor.accept(','));
        return cursor.atEnd() ? List.of(new Effect.SetPath(schemas, local)) : HIDDEN;
    }

    private static Optional<String> schema(Token token) {
        return switch (token.kind()) {
            case WORD, QUOTED, STRING -> Optional.of(token.text());
            case UNKNOWN, COMMAND, SYMBOL -> Optional.empty();
        };
    }
}
