package io.github.cleanstaletypes.internal.catalog.integrity;

import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@link Integrity}: one round trip, and one more where amcheck may be called; more only where something is damaged. Writes
 * nothing and uses no transaction id up. Stateless.
 *
 * <p>Called within a transaction, which it ends. Each of its reads is a transaction of its own, as one that meets damage fails as a whole.
 */
public final class IntegrityReader {

    /**
     * What the checks have shown.
     *
     * @param integrity whether the catalogs show all that they hold
     * @param pointersAgree whether no row of theirs points to nothing; false where that is not known
     */
    public record Checked(Integrity integrity, boolean pointersAgree) {}

    private IntegrityReader() {}

    /**
     * Reads it in transactions of its own.
     *
     * @param amcheck null where this role may not call it
     */
    public static Checked read(Connection connection, @Nullable Amcheck amcheck) throws SQLException {
        List<TornRow> tornRows = new ArrayList<>();
        Map<CheckedIndex, String> messages = new EnumMap<>(CheckedIndex.class);
        boolean heapsVerified = false;
        if (amcheck != null) {
            AmcheckReader checks = new AmcheckReader(connection, amcheck);
            checks.read();
            tornRows.addAll(checks.tornRows);
            messages.putAll(checks.messages);
            heapsVerified = checks.heapsVerified;
        }
        ScanComparison.Compared compared = compared(connection, List.of(CheckedIndex.values()), messages);
        List<IndexDamage> indexes = new ArrayList<>();
        for (CheckedIndex index : CheckedIndex.values()) {
            ScanComparison.Difference difference = compared.differences()
                    .getOrDefault(index, new ScanComparison.Difference(index, List.of(), List.of()));
            difference.tornRows().filter(row -> !tornRows.contains(row)).forEach(tornRows::add);
            difference.damage(messages.get(index)).ifPresent(indexes::add);
        }
        return new Checked(new Integrity(heapsVerified, tornRows, indexes), compared.pointersAgree());
    }

    /** Compares in one round trip, and index by index only if one of them cannot be read. */
    private static ScanComparison.Compared compared(
            Connection connection, List<CheckedIndex> indexes, Map<CheckedIndex, String> messages) throws SQLException {
        try {
            return ScanComparison.compare(connection, indexes);
        } catch (SQLException e) {
            if (!SqlStates.corrupted(e)) {
                throw e;
            }
            connection.rollback();
            Map<CheckedIndex, ScanComparison.Difference> differences = new EnumMap<>(CheckedIndex.class);
            if (indexes.size() == 1) {
                messages.putIfAbsent(indexes.get(0), ErrorLine.of(e));
                return new ScanComparison.Compared(differences, false);
            }
            for (CheckedIndex index : indexes) {
                differences.putAll(
                        compared(connection, List.of(index), messages).differences());
            }
            return new ScanComparison.Compared(differences, false);
        }
    }

    static SqlBatch next() {
        return Transaction.SNAPSHOT.next(Map.of());
    }
}
