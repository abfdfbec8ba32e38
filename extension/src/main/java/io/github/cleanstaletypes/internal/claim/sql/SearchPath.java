package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which schemas a bare name means while scripts are read. */
final class SearchPath {

    private final List<String> initial;
    private @Nullable List<String> session;
    private @Nullable List<String> now;

    /** @param initial the path that each script starts with */
    SearchPath(List<String> initial) {
        this.initial = List.copyOf(initial);
        this.session = this.initial;
        this.now = this.initial;
    }

    void startScript() {
        session = initial;
        now = initial;
    }

    boolean set(List<String> schemas, boolean local) {
        // the role's own schema is one that hardly any role has; nothing can be created in the system's
        List<String> path = schemas.stream()
                .filter(schema -> !schema.equals("$user") && !schema.equals("pg_catalog"))
                .toList();
        change(path.isEmpty() ? initial : path.contains("pg_temp") ? null : path, local);
        return true;
    }

    boolean hide() {
        change(null, false);
        return true;
    }

    boolean endTransaction() {
        now = session;
        return true;
    }

    /** The name as a CREATE means it; empty if that is not known. */
    Optional<SqlName> created(SqlName name) {
        if (name.schema() != null) {
            return Optional.of(name);
        }
        return now == null || now.isEmpty() ? Optional.empty() : Optional.of(new SqlName(now.get(0), name.name()));
    }

    /** The names that a reference to an existing object may mean, in order. */
    List<SqlName> meant(SqlName name) {
        if (name.schema() != null) {
            return List.of(name);
        }
        return now == null
                ? List.of()
                : now.stream().map(schema -> new SqlName(schema, name.name())).toList();
    }

    private void change(@Nullable List<String> path, boolean local) {
        now = path;
        if (!local) {
            session = path;
        }
    }
}
