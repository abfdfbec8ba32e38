package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.catalog.history.ToolHistory;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the history by which a tool migrates a directory: one in the schema where the tool looks, the first of the search path, that knows
 * one of its migrations, or else has no row yet; or else the only such one elsewhere.
 */
final class HistoryChooser {

    private final Path directory;
    private final MigrationTool tool;
    private final List<ToolMigration> migrations;
    private final List<String> searchPath;
    private final List<ToolHistory> histories;

    HistoryChooser(Path directory, MigrationTool tool, List<ToolMigration> migrations, MigrationContext ground) {
        this.directory = directory;
        this.tool = tool;
        this.migrations = migrations;
        this.searchPath = ground.searchPath();
        this.histories = ground.tools().stream()
                .filter(history -> history.tool().equals(tool.name()))
                // other tables may look like a history of a name of one's own
                .filter(history -> history.usual() || !history.isRead() || knows(history))
                .toList();
    }

    /** Whether a history says that the tool is at work here with these migrations, or is one that no other tool has. */
    boolean anyTells() {
        return histories.stream().anyMatch(history -> knows(history) || (here(history) && expected(history)));
    }

    /** Of golang-migrate's one row it matters that the directory lacks it. */
    private boolean expected(ToolHistory history) {
        return empty(history) || (tool == MigrationTool.GOLANG_MIGRATE && history.isRead() && history.usual());
    }

    HistoryChoice choose() {
        if (histories.isEmpty()) {
            return HistoryChoice.absent();
        }
        List<String> notes = unread();
        List<ToolHistory> knowing = histories.stream().filter(this::knows).toList();
        List<ToolHistory> empty =
                histories.stream().filter(HistoryChooser::empty).toList();
        List<ToolHistory> here = Stream.of(knowing, empty)
                .map(some -> some.stream().filter(this::here).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        boolean hidden = histories.stream().anyMatch(history -> !history.isRead() && history.usual() && here(history));
        if (here.size() == 1) {
            return HistoryChoice.found(here.get(0), true, notes);
        }
        List<ToolHistory> elsewhere = hidden ? List.of() : knowing.isEmpty() ? empty : knowing;
        if (here.isEmpty() && elsewhere.size() == 1) {
            return HistoryChoice.found(elsewhere.get(0), false, notes);
        }
        List<ToolHistory> several = here.isEmpty() ? elsewhere : here;
        if (!several.isEmpty()) {
            notes.add("pending migrations: several histories know those of %s (%s, %s)"
                    .formatted(directory, display(several.get(0)), display(several.get(1))));
        } else if (notes.isEmpty()) {
            notes.add("pending migrations: no history of %s in this database knows one of %s"
                    .formatted(tool.inWords(), directory));
        }
        return HistoryChoice.unknown(notes);
    }

    private String display(ToolHistory history) {
        return display(tool, history);
    }

    /** A history and whose it is, for a sentence. */
    static String display(MigrationTool tool, ToolHistory history) {
        return "%s's history %s.%s".formatted(tool.inWords(), history.schema(), history.table());
    }

    private List<String> unread() {
        List<String> notes = new ArrayList<>();
        for (ToolHistory history : histories) {
            if (!history.isRead()) {
                notes.add("%s: %s, so it does not tell which migrations are pending"
                        .formatted(display(history), history.unread()));
            }
        }
        return notes;
    }

    private boolean knows(ToolHistory history) {
        return AppliedKeys.of(history).know(migrations);
    }

    private static boolean empty(ToolHistory history) {
        return history.isRead() && history.usual() && history.rows().isEmpty();
    }

    private boolean here(ToolHistory history) {
        // Supabase's has a schema of its own
        return tool == MigrationTool.SUPABASE
                || (!searchPath.isEmpty() && history.schema().equals(searchPath.get(0)));
    }
}
