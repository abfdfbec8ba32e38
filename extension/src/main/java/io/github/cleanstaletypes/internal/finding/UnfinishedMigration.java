package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolTable;
import io.github.cleanstaletypes.internal.catalog.undo.UndoText;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.finding.tool.PossibleHolders;
import io.github.cleanstaletypes.internal.finding.tool.ToolCommand;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration tool's own table says that a migration has failed or is running, and the tool runs nothing until that is settled.
 *
 * @param rows the rows of one table that say so, at least one
 * @param sessions every other session that is connected to the database
 * @param claim who wants that tool to go on; null if nobody does
 * @param demanded whether that has to be settled, so that it is more than a note
 */
public record UnfinishedMigration(
        List<ToolStateRow> rows,
        List<ConnectedSession> sessions,
        @Nullable Claim claim,
        boolean demanded) implements CatalogFinding {

    public UnfinishedMigration {
        rows = List.copyOf(rows);
        sessions = List.copyOf(sessions);
    }

    @Override
    public FindingCode code() {
        return FindingCode.UNFINISHED_MIGRATION;
    }

    /** The table in which it stands. */
    public ToolTable table() {
        return first().table();
    }

    /** Whether all of the rows are locks that can be freed once it is proved that nobody holds them. */
    public boolean canBeFreed() {
        return rows.stream().noneMatch(row -> row.setBack() == null || !RawText.exact(row.setBack()));
    }

    @Override
    public Subject subject() {
        return Subjects.of(table().schema(), table().name(), table().oid(), "table");
    }

    @Override
    public @Nullable String raises() {
        return null;
    }

    @Override
    public String explanation() {
        return says() + " " + holders().sentence();
    }

    private String says() {
        String table = subject().display();
        String more = rows.size() == 1 ? "" : ", and " + (rows.size() - 1) + " more";
        String entry = Objects.requireNonNullElse(first().entry(), "");
        return switch (first().state()) {
            case FAILED ->
                "%s says in %s that the migration %s failed%s%s. It runs nothing before that is repaired, and what of it was committed is there."
                        .formatted(tool().inWords(), table, entry, circumstances(), more);
            case UNFINISHED ->
                "%s says in %s that the migration %s began%s and did not end%s: it has failed, was interrupted, or is running. What of it was"
                                .formatted(tool().inWords(), table, entry, circumstances(), more)
                        + " committed is there.";
            case DIRTY ->
                "%s says in %s that the database is dirty at version %s: that migration began and did not end, so it has failed, was"
                                .formatted(tool().inWords(), table, entry)
                        + " interrupted, or is running. What of it was committed is there.";
            case LOCKED ->
                "The lock of %s in %s is taken%s: a row, which stays when the one who wrote it is killed."
                        .formatted(tool().inWords(), table, circumstances());
        };
    }

    private String circumstances() {
        return (first().by() == null ? "" : ", by " + first().by())
                + (first().since() == null ? "" : ", since " + first().since());
    }

    @Override
    public String remedy() {
        return ToolCommand.remedy(
                tool(),
                table().quotedName(),
                rows.stream().map(row -> String.valueOf(row.entry())).toList());
    }

    @Override
    public Map<String, Object> evidence() {
        return new Evidence()
                .put("tool", tool().inWords())
                .put("state", first().state().name().toLowerCase(Locale.ROOT))
                .put("rows", rows.stream().map(UnfinishedMigration::line).toList())
                .put(
                        "written_at",
                        first().writtenAt() == null ? null : first().writtenAt().toString())
                .put("other_sessions", (long) sessions.size())
                .put("possible_holders", holders().lines())
                .facts();
    }

    private static String line(ToolStateRow row) {
        return row.state().name().toLowerCase(Locale.ROOT)
                + (row.entry() == null ? "" : " " + row.entry())
                + (row.detail() == null ? "" : " (" + row.detail() + ")")
                + (row.by() == null ? "" : ", by " + row.by())
                + (row.since() == null ? "" : ", since " + row.since());
    }

    @Override
    public Optional<String> undo() {
        return canBeFreed()
                ? Optional.of(UndoText.of(rows.stream()
                        .map(row -> "UPDATE ONLY " + table().quotedName() + " SET " + row.setBack())
                        .toList()))
                : Optional.empty();
    }

    private MigrationTool tool() {
        return MigrationTool.valueOf(table().tool());
    }

    private PossibleHolders holders() {
        return new PossibleHolders(first(), sessions);
    }

    private ToolStateRow first() {
        return rows.get(0);
    }
}
