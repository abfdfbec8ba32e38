package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * Reads what a statement does to names from its first words: what a CREATE creates stands in front, and the rest, which is most of the
 * grammar, does not matter.
 */
final class StatementReader {

    private static final List<Effect> NOTHING = List.of();
    private static final List<Effect> NOT_UNDERSTOOD = List.of(new Effect.NotUnderstood());

    /** The first words of statements that create, rename and drop nothing of ours (manual, part VI). */
    private static final Set<String> HARMLESS = Set.of(
            "analyze",
            "begin",
            "call",
            "checkpoint",
            "close",
            "cluster",
            "comment",
            "copy",
            "deallocate",
            "declare",
            "delete",
            "discard",
            "execute",
            "explain",
            "fetch",
            "grant",
            "insert",
            "listen",
            "load",
            "lock",
            "merge",
            "move",
            "notify",
            "prepare",
            "reassign",
            "refresh",
            "reindex",
            "release",
            "revoke",
            "savepoint",
            "security",
            "show",
            "start",
            "table",
            "truncate",
            "unlisten",
            "update",
            "vacuum",
            "values");

    private StatementReader() {}

    static List<Effect> read(Statement statement) {
        Cursor cursor = new Cursor(statement.tokens());
        Token first = cursor.take();
        if (first.kind() == Kind.COMMAND) {
            return command(first.text());
        }
        if (statement.executes()) {
            return List.of(new Effect.Opaque());
        }
        if (first.is('(')) {
            return NOTHING;
        }
        return first.kind() == Kind.WORD ? statement(first.text(), cursor) : NOT_UNDERSTOOD;
    }

    private static List<Effect> statement(String first, Cursor cursor) {
        return switch (first) {
            case "create" -> CreateReader.read(cursor);
            case "alter" -> AlterReader.read(cursor);
            case "drop" -> DropReader.read(cursor);
            case "select", "with" -> CreateReader.selectInto(first, cursor);
            case "set" -> PathReader.set(cursor);
            case "reset" -> PathReader.reset(cursor);
            case "commit", "end", "abort" -> List.of(new Effect.EndTransaction());
            case "rollback" -> rollback(cursor);
            case "do", "import" -> List.of(new Effect.Opaque());
            default -> HARMLESS.contains(first) ? NOTHING : NOT_UNDERSTOOD;
        };
    }

    private static List<Effect> rollback(Cursor cursor) {
        return cursor.accept("to") ? NOTHING : List.of(new Effect.EndTransaction());
    }

    private static List<Effect> command(String name) {
        return switch (name) {
            case "\\c", "\\connect" -> List.of(new Effect.Leave());
            case "\\i", "\\ir", "\\include", "\\include_relative", "\\gexec" -> List.of(new Effect.Opaque());
            default -> NOTHING;
        };
    }
}
