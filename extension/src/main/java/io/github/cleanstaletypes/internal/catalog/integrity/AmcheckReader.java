package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Has amcheck look at the catalogs and their indexes: in one round trip, and check by check only if one of them fails. */
final class AmcheckReader {

    /** Matches what {@code verify_heapam} says of a row: it is no error, and so never translated ({@code verify_heapam.c}). */
    private static final Pattern FUTURE =
            Pattern.compile("xm(?:in|ax) \\d+ equals or exceeds next valid transaction ID.*");

    private final Connection connection;
    private final Amcheck amcheck;

    final List<TornRow> tornRows = new ArrayList<>();
    final Map<CheckedIndex, String> messages = new EnumMap<>(CheckedIndex.class);
    boolean heapsVerified = true;

    AmcheckReader(Connection connection, Amcheck amcheck) {
        this.connection = connection;
        this.amcheck = amcheck;
    }

    /** @throws SQLException if the session was lost */
    void read() throws SQLException {
        List<Check> checks = Stream.<Check>concat(
                        Stream.of(CheckedCatalog.values()).map(HeapCheck::new),
                        Stream.of(CheckedIndex.values()).map(IndexCheck::new))
                .toList();
        try {
            run(checks);
        } catch (SQLException e) {
            rollBack(e);
            for (Check check : checks) {
                alone(check);
            }
        }
    }

    private void run(List<Check> checks) throws SQLException {
        List<TornRow> rows = new ArrayList<>();
        SqlBatch batch = IntegrityReader.next();
        checks.forEach(check -> check.addTo(batch, rows));
        batch.run(connection);
        tornRows.addAll(rows);
    }

    private void alone(Check check) throws SQLException {
        try {
            run(List.of(check));
        } catch (SQLException e) {
            rollBack(e);
            check.failed(e);
        }
    }

    /** Rolls back what a failed check has left, unless the session is lost. */
    private void rollBack(SQLException e) throws SQLException {
        if (SqlStates.connectionLost(e)) {
            throw e;
        }
        connection.rollback();
    }

    private sealed interface Check {
        void addTo(SqlBatch batch, List<TornRow> found);

        void failed(SQLException e);
    }

    private final class HeapCheck implements Check {
        private final CheckedCatalog catalog;

        HeapCheck(CheckedCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public void addTo(SqlBatch batch, List<TornRow> found) {
            batch.add(amcheck.verify(catalog), row -> found.add(tornRow(row)));
        }

        @Override
        public void failed(SQLException e) {
            heapsVerified = false;
            if (SqlStates.corrupted(e)) {
                tornRows.add(new TornRow(catalog.tableName(), null, null, ErrorLine.of(e), false));
            }
        }

        private TornRow tornRow(ResultRow row) throws SQLException {
            String message = row.getString("msg");
            String words = "%s, block %d, row %d: %s"
                    .formatted(catalog.tableName(), row.getLong("blkno"), row.getLong("offnum"), message);
            return new TornRow(
                    catalog.tableName(),
                    null,
                    null,
                    words,
                    FUTURE.matcher(message).matches());
        }
    }

    private final class IndexCheck implements Check {
        private final CheckedIndex index;

        IndexCheck(CheckedIndex index) {
            this.index = index;
        }

        @Override
        public void addTo(SqlBatch batch, List<TornRow> found) {
            batch.add(amcheck.check(index));
        }

        @Override
        public void failed(SQLException e) {
            if (SqlStates.corrupted(e)) {
                messages.put(index, ErrorLine.of(e));
            }
        }
    }
}
