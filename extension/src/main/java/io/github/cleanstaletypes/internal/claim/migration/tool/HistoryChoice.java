package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.ToolHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which history tells what has run of a directory's migrations. Immutable.
 *
 * @param known whether there is one that tells, or certainly none
 * @param history the one that tells, or null
 * @param here whether its schema is the one in which a bare CREATE creates; if not, nobody knows which that is
 * @param notes what has to be said of histories that do not tell
 */
record HistoryChoice(boolean known, @Nullable ToolHistory history, boolean here, List<String> notes) {

    HistoryChoice {
        notes = List.copyOf(notes);
    }

    /** There is none, so nothing has run. */
    static HistoryChoice absent() {
        return new HistoryChoice(true, null, true, List.of());
    }

    static HistoryChoice found(ToolHistory history, boolean here, List<String> notes) {
        return new HistoryChoice(true, history, here, notes);
    }

    /** There is one, but it does not tell. */
    static HistoryChoice unknown(List<String> notes) {
        return new HistoryChoice(false, null, false, notes);
    }
}
