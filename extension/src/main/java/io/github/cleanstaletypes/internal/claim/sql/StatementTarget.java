package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a statement was to create. Immutable.
 *
 * @param kind what it is
 * @param name its name, with the schema that the statement says, or that follows from what it is on; a bare one means the search path
 * @param on the table, or the type, that it belongs to; null if it belongs to none, or the statement does not say it
 * @param tolerant whether one that is there already should be no error: IF NOT EXISTS, OR REPLACE
 * @param temporary whether it goes with its session
 */
public record StatementTarget(
        Kind kind, SqlName name, @Nullable SqlName on, boolean tolerant, boolean temporary) {

    private static final int SHORTEST_CUT = 60;

    /** What a statement can create. */
    public enum Kind {
        RELATION,
        INDEX,
        TYPE,
        LABEL,
        COLUMN,
        CONSTRAINT,
        POLICY,
        TRIGGER,
        SCHEMA,
        FUNCTION,
        OTHER,
        /** It was to be removed, and not created. */
        DROPPED
    }

    static StatementTarget of(Kind kind, SqlName name, boolean tolerant) {
        return new StatementTarget(kind, name, null, tolerant, false);
    }

    /**
     * Reads statements, the end of the last one perhaps missing.
     *
     * @return what they were to create, in their order: first what a statement is about, then what comes with it
     */
    public static List<StatementTarget> in(String sql) {
        List<StatementTarget> targets = new ArrayList<>();
        Splitter.split(sql, statement -> {
            Cursor cursor = new Cursor(statement.tokens());
            if (cursor.accept("create")) {
                targets.addAll(CreatedTargets.read(cursor));
            } else if (cursor.accept("alter")) {
                targets.addAll(AlteredTargets.read(cursor));
            } else if (cursor.accept("drop")) {
                targets.addAll(dropped(cursor));
            }
        });
        return targets;
    }

    private static List<StatementTarget> dropped(Cursor cursor) {
        List<StatementTarget> targets = new ArrayList<>();
        if (Kinds.next(cursor).isPresent() || cursor.acceptAny("schema", "function", "index")) {
            cursor.accept("if", "exists");
            do {
                cursor.name().ifPresent(name -> targets.add(of(Kind.DROPPED, name, false)));
            } while (cursor.accept(','));
        }
        return targets;
    }

    /** The server cuts a name at 63 bytes, and not within a character. */
    private static boolean isCut(String written, String stored) {
        return written.startsWith(stored) && stored.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_CUT;
    }

    /** What has this name, as the server stores it; a table's own indexes and sequences are named after it. */
    public Optional<StatementTarget> named(String stored) {
        String mine = name.name();
        if (mine.equals(stored) || isCut(mine, stored)) {
            return Optional.of(this);
        }
        boolean implied = kind == Kind.RELATION
                && stored.startsWith(name.name() + "_")
                && (stored.endsWith("_pkey")
                        || stored.endsWith("_key")
                        || stored.endsWith("_seq")
                        || stored.endsWith("_excl"));
        boolean arrayType = (kind == Kind.RELATION || kind == Kind.TYPE) && stored.equals("_" + mine);
        return implied || arrayType
                ? Optional.of(new StatementTarget(
                        implied ? Kind.INDEX : Kind.TYPE,
                        new SqlName(name.schema(), stored),
                        implied ? name : null,
                        tolerant,
                        temporary))
                : Optional.empty();
    }
}
