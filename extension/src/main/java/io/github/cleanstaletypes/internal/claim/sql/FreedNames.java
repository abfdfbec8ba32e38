package io.github.cleanstaletypes.internal.claim.sql;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.Effect.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that pending statements have freed, or may have, up to where they are read. */
final class FreedNames {

    private final Set<SqlName> relations = new HashSet<>();
    private final Set<SqlName> types = new HashSet<>();
    private final Set<String> schemas = new HashSet<>();

    /** Tables of which columns or constraints are gone, and with them perhaps indexes. */
    private final Set<SqlName> reduced = new HashSet<>();

    private final Set<String> mentioned = new HashSet<>();
    private boolean cascaded;
    private boolean obscured;

    void add(Kind kind, Collection<SqlName> names) {
        switch (kind) {
            case RELATION, SEQUENCE, INDEX -> relations.addAll(names);
            case TYPE, COMPOSITE -> types.addAll(names);
        }
    }

    void addSchema(String schema) {
        schemas.add(schema);
    }

    void reduce(Collection<SqlName> tables) {
        reduced.addAll(tables);
    }

    /** Takes notice of a DROP that drops what depends on its object, which an index may do. */
    void cascade() {
        cascaded = true;
    }

    /** Takes notice of a block that says these words, and may do anything to what they name; or of a script that cannot be read. */
    void obscure(List<String> words) {
        mentioned.addAll(words);
        obscured |= words.isEmpty() || (words.contains("drop") && words.contains("execute"));
    }

    MadeName made(SqlName name, Kind kind, boolean tolerant) {
        boolean schema = schemas.contains(name.schema());
        boolean relation = schema || relations.contains(name) || obscured || mentioned.contains(name.name());
        return new MadeName(kind, tolerant, relation, schema || types.contains(name), null);
    }

    /** @param table the index's, or null of an index that is renamed and whose table is not known */
    MadeName index(SqlName name, @Nullable SqlName table, boolean tolerant) {
        MadeName index = made(name, Kind.INDEX, tolerant);
        boolean gone = table != null && (relations.contains(table) || reduced.contains(table));
        return new MadeName(Kind.INDEX, tolerant, index.afterRelation() || gone || cascaded, index.afterType(), table);
    }
}
