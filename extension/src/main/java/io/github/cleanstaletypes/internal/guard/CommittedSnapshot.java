package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was committed at one moment, so that it can be told afterwards what has come into being since. Takes no transaction id
 * (manual, Transaction ID and Snapshot Information Functions). Immutable.
 *
 * @param snapshot the server's {@code pg_snapshot}, as text
 */
record CommittedSnapshot(String snapshot) {

    private static final SqlResource SNAPSHOT = SqlResource.named(CommittedSnapshot.class, "snapshot.sql");
    private static final SqlResource COMMITTED_SINCE =
            SqlResource.named(CommittedSnapshot.class, "committed_since.sql");

    /** The present one. */
    static CommittedSnapshot now(Connection connection) throws SQLException {
        return new CommittedSnapshot(
                Transaction.READS.run(connection, c -> Objects.requireNonNull(SqlBatch.text(c, SNAPSHOT, Map.of()))));
    }

    /** Which of these are types or relations that were committed later than at this moment. */
    List<SqlName> committedSince(Connection connection, Collection<SqlName> names) throws SQLException {
        List<String> schemas = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        for (SqlName name : names) {
            if (name.schema() != null) {
                schemas.add(name.schema());
                bare.add(name.name());
            }
        }
        List<SqlName> since = new ArrayList<>();
        SqlBatch batch = new SqlBatch(Map.of("schemas", schemas, "names", bare, "snapshot", snapshot))
                .add(COMMITTED_SINCE, row -> since.add(new SqlName(row.getString("schema"), row.getString("name"))));
        return Transaction.READS.run(connection, c -> {
            batch.run(c);
            return since;
        });
    }
}
