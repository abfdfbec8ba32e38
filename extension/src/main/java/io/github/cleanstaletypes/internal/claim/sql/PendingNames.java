package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What pending statements, one after the other, make of names. A name counts if it is created and still there in the end. A name that
 * the statements free before they take it (DROP … CREATE, or RENAME away … CREATE) is no longer in the way by then.
 */
final class PendingNames {

    private record Made(Kind kind, boolean tolerant, boolean afterRelation, boolean afterType) {}

    private final SearchPath path;
    private final Map<SqlName, Made> made = new LinkedHashMap<>();
    private final Set<SqlName> freedRelations = new HashSet<>();
    private final Set<SqlName> freedTypes = new HashSet<>();
    private final Set<String> freedSchemas = new HashSet<>();
    private final Set<String> temporary = new HashSet<>();

    private boolean elsewhere;

    /** @param path what bare names mean */
    PendingNames(SearchPath path) {
        this.path = path;
    }

    void startScript() {
        path.startScript();
        elsewhere = false;
        temporary.clear();
    }

    SearchPath path() {
        return path;
    }

    boolean leave() {
        elsewhere = true;
        return true;
    }

    boolean create(Kind kind, SqlName written, boolean tolerant) {
        Optional<SqlName> name = elsewhere ? Optional.empty() : path.created(written);
        name.ifPresent(n -> make(n, kind, tolerant));
        return name.isPresent();
    }

    boolean createTemporary(String name) {
        temporary.add(name);
        return true;
    }

    boolean drop(Kind kind, SqlName name) {
        if (name.schema() == null && temporary.remove(name.name())) {
            return true;
        }
        List<SqlName> meant = meant(name);
        if (!forget(meant)) {
            freed(kind).addAll(meant);
        }
        return true;
    }

    boolean dropSchema(String schema) {
        if (!elsewhere) {
            made.keySet().removeIf(name -> schema.equals(name.schema()));
            freedSchemas.add(schema);
        }
        return true;
    }

    boolean rename(Effect.Rename rename) {
        if (rename.from().schema() == null && temporary.remove(rename.from().name())) {
            return createTemporary(rename.to());
        }
        return transfer(
                rename.kind(), rename.from(), rename.tolerant(), from -> new SqlName(from.schema(), rename.to()));
    }

    boolean move(Effect.Move move) {
        return transfer(move.kind(), move.from(), move.tolerant(), from -> new SqlName(move.schema(), from.name()));
    }

    /** The names that are there in the end, with what would be in their way. */
    Map<SqlName, Conflict> conflicts() {
        Map<SqlName, Conflict> conflicts = new LinkedHashMap<>();
        made.forEach((name, m) -> conflict(m).ifPresent(conflict -> conflicts.put(name, conflict)));
        return conflicts;
    }

    /** The tables and views that are there in the end, and that a type of their name would have been in the way of. */
    Set<SqlName> tables() {
        Set<SqlName> tables = new LinkedHashSet<>();
        made.forEach((name, m) -> {
            if (m.kind == Kind.RELATION && !m.afterType) {
                tables.add(name);
            }
        });
        return tables;
    }

    private static Optional<Conflict> conflict(Made made) {
        if (made.afterType) {
            // what is there now is needed until the statement that frees it
            return Optional.empty();
        }
        boolean tolerant = made.tolerant || made.afterRelation;
        return switch (made.kind) {
            case RELATION, COMPOSITE -> Optional.of(tolerant ? Conflict.TYPE : Conflict.EITHER);
            case SEQUENCE -> tolerant ? Optional.empty() : Optional.of(Conflict.RELATION);
            case TYPE -> Optional.of(Conflict.TYPE);
        };
    }

    private interface Target {
        SqlName of(SqlName from);
    }

    private boolean transfer(Kind kind, SqlName from, boolean tolerant, Target target) {
        List<SqlName> meant = meant(from);
        for (SqlName name : meant) {
            Made old = made.remove(name);
            if (old != null) {
                make(target.of(name), old.kind, false);
                return true;
            }
        }
        freed(kind).addAll(meant);
        if (meant.isEmpty()) {
            return false;
        }
        if (!tolerant) {
            make(target.of(meant.get(0)), kind, false);
        }
        return true;
    }

    private void make(SqlName name, Kind kind, boolean tolerant) {
        boolean schema = freedSchemas.contains(name.schema());
        made.putIfAbsent(
                name,
                new Made(kind, tolerant, schema || freedRelations.contains(name), schema || freedTypes.contains(name)));
    }

    private List<SqlName> meant(SqlName name) {
        return elsewhere ? List.of() : path.meant(name);
    }

    private boolean forget(List<SqlName> meant) {
        return meant.stream().anyMatch(name -> made.remove(name) != null);
    }

    private Set<SqlName> freed(Kind kind) {
        return switch (kind) {
            case RELATION, SEQUENCE -> freedRelations;
            case TYPE, COMPOSITE -> freedTypes;
        };
    }
}
