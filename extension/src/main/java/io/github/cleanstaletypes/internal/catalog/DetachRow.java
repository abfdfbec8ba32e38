package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partition that is half detached.
 *
 * @param oid its {@code pg_class.oid}
 * @param schema its schema
 * @param name its name
 * @param parentSchema the schema of the partitioned table
 * @param parentName the name of the partitioned table
 * @param owner the name of its owner
 * @param detacher the pid of a session that is detaching a partition here, as far as this role sees one; else null
 */
public record DetachRow(
        long oid,
        String schema,
        String name,
        String parentSchema,
        String parentName,
        String owner,
        @Nullable Long detacher) {

    private static final SqlResource PENDING = SqlResource.named(DetachRow.class, "pending_detaches.sql");

    /** Adds the statement that finds them all. */
    static SqlBatch addTo(SqlBatch batch, List<DetachRow> rows) {
        return batch.add(PENDING, row -> rows.add(read(row)));
    }

    private static DetachRow read(ResultRow row) throws SQLException {
        long detacher = row.getLong("detacher");
        return new DetachRow(
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                row.getString("parent_schema"),
                row.getString("parent_name"),
                row.getString("owner"),
                detacher == 0 ? null : detacher);
    }
}
