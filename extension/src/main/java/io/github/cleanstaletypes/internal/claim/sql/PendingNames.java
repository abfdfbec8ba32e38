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

    private final SearchPath path;
    private final Map<SqlName, MadeName> made = new LinkedHashMap<>();
    private final FreedNames freed = new FreedNames();
    private final TypedTables typed = new TypedTables();
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
            freed.add(kind, meant);
        }
        made.values().removeIf(m -> m.on() != null && meant.contains(m.on()));
        return true;
    }

    /**
     * Creates an index, in the schema of its table.
     *
     * @param index its name, without a schema
     */
    boolean createIndex(SqlName index, SqlName written, boolean tolerant) {
        if (written.schema() == null && temporary.contains(written.name())) {
            return true;
        }
        List<SqlName> meant = meant(written);
        Optional<SqlName> table = meant.stream()
                .filter(made::containsKey)
                .findFirst()
                .or(() -> meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty());
        table.ifPresent(t -> {
            SqlName name = new SqlName(t.schema(), index.name());
            made.putIfAbsent(name, freed.index(name, t, tolerant));
        });
        return table.isPresent();
    }

    /** Takes columns or constraints from a table. */
    boolean reduce(SqlName table) {
        freed.reduce(meant(table));
        return true;
    }

    boolean cascade() {
        freed.cascade();
        return true;
    }

    /** Does what cannot be read. */
    void obscure(List<String> words) {
        freed.obscure(words);
    }

    /** Takes notice of which types a statement mentions that creates a table. */
    void mention(SqlName table, Statement statement) {
        path.created(table).ifPresent(name -> typed.add(name, statement, made));
    }

    boolean dropSchema(String schema) {
        if (!elsewhere) {
            made.keySet().removeIf(name -> schema.equals(name.schema()));
            freed.addSchema(schema);
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
        made.forEach((name, m) -> m.conflict().ifPresent(conflict -> conflicts.put(name, conflict)));
        return conflicts;
    }

    /** The tables and views that are there in the end, and that a type of their name would have been in the way of. */
    Set<SqlName> tables() {
        Set<SqlName> tables = new LinkedHashSet<>();
        made.forEach((name, m) -> {
            if (m.isTable()) {
                tables.add(name);
            }
        });
        return tables;
    }

    /** The types that are there in the end, could not be there before, and are mentioned by tables of the statements; with these. */
    Map<SqlName, Set<SqlName>> typedTables() {
        return typed.of(made);
    }

    private interface Target {
        SqlName of(SqlName from);
    }

    private boolean transfer(Kind kind, SqlName from, boolean tolerant, Target target) {
        List<SqlName> meant = meant(from);
        for (SqlName name : meant) {
            MadeName old = made.remove(name);
            if (old != null) {
                SqlName now = target.of(name);
                make(now, old.kind(), false);
                follow(name, now);
                return true;
            }
        }
        freed.add(kind, meant);
        if (meant.isEmpty()) {
            return false;
        }
        if (!tolerant) {
            make(target.of(meant.get(0)), kind, false);
        }
        return true;
    }

    private void make(SqlName name, Kind kind, boolean tolerant) {
        made.putIfAbsent(
                name, kind == Kind.INDEX ? freed.index(name, null, tolerant) : freed.made(name, kind, tolerant));
    }

    /** Indexes are where their table is. */
    private void follow(SqlName from, SqlName to) {
        Map<SqlName, MadeName> indexes = new LinkedHashMap<>(made);
        indexes.values().removeIf(m -> !from.equals(m.on()));
        indexes.forEach((name, m) -> {
            made.remove(name);
            SqlName moved = new SqlName(to.schema(), name.name());
            made.putIfAbsent(moved, freed.index(moved, to, m.tolerant()));
        });
    }

    private List<SqlName> meant(SqlName name) {
        return elsewhere ? List.of() : path.meant(name);
    }

    private boolean forget(List<SqlName> meant) {
        return meant.stream().anyMatch(name -> made.remove(name) != null);
    }
}
