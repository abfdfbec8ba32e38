package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.index.IndexDefinition;
import io.github.cleanstaletypes.internal.catalog.index.IndexRole;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.index.IndexWords;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An index was left half-built, or half-dropped, by a command that works concurrently: it has its name, and no query uses it.
 *
 * @param index the index
 * @param claim who claims its name; null if it is only here because it is invalid
 * @param demanded whether it must not stay: a migration or an error claims its name, or the run is strict
 */
public record InvalidIndex(IndexRow index, @Nullable Claim claim, boolean demanded) implements CatalogFinding {

    @Override
    public FindingCode code() {
        return FindingCode.INVALID_INDEX;
    }

    @Override
    public Subject subject() {
        return Subjects.of(index.schema(), index.name(), index.oid(), "index");
    }

    @Override
    public String raises() {
        return SqlStates.DUPLICATE_TABLE;
    }

    @Override
    public String explanation() {
        return IndexWords.explanation(index);
    }

    @Override
    public String remedy() {
        return IndexWords.remedy(index);
    }

    @Override
    public Map<String, Object> evidence() {
        IndexDefinition definition = index.definition();
        return new Evidence()
                .put("table", new SqlName(index.tableSchema(), index.tableName()).toString())
                .put("owner", index.owner())
                .put("unique", index.unique())
                .put("ready", index.ready())
                .put("live", index.live())
                .put(
                        "belongs_to",
                        index.role() == IndexRole.TABLE ? null : index.role().word())
                .put("being_built_by_pid", index.builder())
                .put("size_bytes", definition == null ? null : definition.bytes())
                .put("definition", definition == null ? null : definition.statement())
                .facts();
    }

    @Override
    public Optional<String> undo() {
        return Optional.ofNullable(index.definition()).map(IndexDefinition::undo);
    }
}
