package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.catalog.index.IndexRows;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.report.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which indexes a command leaves invalid that were not so before: no error has to say it, and a next migration may put up with
 * such an index, which then no query ever uses. Immutable.
 */
public final class IndexWatch {

    private final Set<Long> before;

    private IndexWatch(Set<Long> before) {
        this.before = Set.copyOf(before);
    }

    /** Remembers what is invalid now, before the command is started. */
    public static IndexWatch begin(Connection connection) throws SQLException {
        return new IndexWatch(
                IndexRows.all(connection).stream().map(IndexRow::oid).collect(Collectors.toSet()));
    }

    /** Says, once the command is over, in a line of each what is invalid besides, and what to do about it. */
    public List<String> end(Connection connection) throws SQLException {
        return IndexRows.all(connection).stream()
                .filter(index -> !before.contains(index.oid()))
                .map(IndexWatch::words)
                .toList();
    }

    private static String words(IndexRow index) {
        Finding finding = new InvalidIndex(index, null, false).inReport();
        return index.builder() == null
                ? "the command has left an index invalid, which no query uses: " + finding.title() + " on "
                        + finding.evidence().get("table") + ". " + finding.remedy()
                : "the command is over, and something goes on: " + finding.explanation()
                        + " If that fails, it stays invalid. " + finding.remedy();
    }
}
