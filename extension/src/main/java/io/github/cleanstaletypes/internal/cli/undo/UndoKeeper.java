package io.github.cleanstaletypes.internal.cli.undo;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hears of the changes in one database, and keeps in a file what undoes each, before it is made. For one thread. */
final class UndoKeeper implements Progress {

    private final UndoFile file;
    private final String database;
    private final Set<Long> ahead = new HashSet<>();

    UndoKeeper(UndoFile file, String database) {
        this.file = file;
        this.database = database;
    }

    /** All in one: a sync of the disk takes longer than a removal. */
    @Override
    public void preparing(List<Step> steps) {
        List<String> sections =
                steps.stream().flatMap(step -> section(step).stream()).toList();
        if (!sections.isEmpty()) {
            file.append(database, sections);
        }
        ahead.clear();
        steps.forEach(step -> ahead.add(step.finding().subject().oid()));
    }

    @Override
    public void starting(Step step) {
        if (!ahead.contains(step.finding().subject().oid())) {
            ahead.clear();
            section(step).ifPresent(section -> file.append(database, List.of(section)));
        }
    }

    @Override
    public void done(Result result) {
        if (result.undo().isPresent()) {
            file.append(result, ahead.size() <= 1);
        }
    }

    private static Optional<String> section(Step step) {
        CatalogFinding finding = step.finding();
        String before = "-- " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", before ";
        return finding.undo().flatMap(undo -> switch (step.action()) {
            case REMOVE, DISCARD ->
                Optional.of(before + "removing oid " + finding.subject().oid() + ":\n" + removal(finding, undo));
            case FREE ->
                Optional.of(
                        before + "freeing the lock in oid " + finding.subject().oid() + ":\n" + undo + "\n");
            case RESTORE, ROLL_BACK, END, REFUSE, REPORT, NOTE -> Optional.empty();
        });
    }

    private static String removal(CatalogFinding finding, String undo) {
        return finding instanceof UnusedType unused
                ? UndoScript.unlessStillThere(unused.type().oid(), unused.type().originalName(), undo)
                : undo + "\n";
    }
}
