package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.catalog.history.ToolHistory;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.migration.GivenMigrations;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.claim.sql.ScriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Migrations of one tool, of which those are pending that its history does not have. */
final class ToolMigrations implements Migrations {

    private final Path directory;
    private final ToolRules rules;
    private final List<ToolMigration> all;

    ToolMigrations(Path directory, ToolRules rules, List<ToolMigration> all) {
        this.directory = directory;
        this.rules = rules;
        this.all = List.copyOf(all);
    }

    /** Whether a history says that the tool is at work with these. */
    boolean isToldBy(MigrationContext ground) {
        return chooser(ground).anyTells();
    }

    String tool() {
        return rules.tool().inWords();
    }

    @Override
    public PendingClaims pending(MigrationContext ground) {
        if (all.isEmpty()) {
            return PendingClaims.unjudged(List.of(
                    "pending migrations: the scripts of %s do not follow each other in one line".formatted(directory)));
        }
        HistoryChoice choice = chooser(ground).choose();
        if (!choice.known()) {
            return PendingClaims.unjudged(choice.notes());
        }
        ToolHistory history = choice.history();
        AppliedKeys applied = history == null ? AppliedKeys.NONE : AppliedKeys.of(history);
        Pending pending = history == null ? rules.pending(all, applied) : pending(history, applied);
        if (pending.unknown() != null) {
            return PendingClaims.unjudged(List.of("%s %s, so no pending migration claims a name"
                    .formatted(history == null ? "the database" : display(history), pending.unknown())));
        }
        List<String> unread = new ArrayList<>();
        if (history != null && !choice.here()) {
            unread.add(
                    "%s is not in the schema that a bare CREATE means here, so pending migrations claim only names with a schema"
                            .formatted(display(history)));
        }
        programs(pending.migrations(), unread);
        PendingClaims claimed = claims(pending.migrations(), choice.here() ? ground.searchPath() : List.of(), unread);
        return PendingClaims.of(choice.notes(), unread).and(claimed);
    }

    private Pending pending(ToolHistory history, AppliedKeys applied) {
        if (history.migrating()) {
            return Pending.unknown("is locked: " + tool() + " is migrating at this moment");
        }
        if (!applied.unfinished().isEmpty()) {
            return Pending.unknown("has a migration that is running, or has failed ("
                    + applied.unfinished().iterator().next() + ")");
        }
        return rules.pending(all, applied);
    }

    /**
     * Claims what they create; of a migration that its history does not tell of at each moment no type, which would be removed while the
     * migration is at it.
     */
    private static PendingClaims claims(List<ToolMigration> pending, List<String> searchPath, List<String> unread) {
        PendingClaims claims = GivenMigrations.claims(scripts(pending), searchPath);
        List<ToolMigration> untold =
                pending.stream().filter(migration -> !migration.told()).toList();
        ScriptReader reader = new ScriptReader(searchPath);
        scripts(untold).forEach(reader::read);
        Set<SqlName> types = new HashSet<>(reader.conflicts().keySet());
        types.removeAll(reader.tables());
        if (!types.isEmpty()) {
            unread.add(
                    "types that pending migrations create outside of a transaction, since one of them may be running (the first: %s)"
                            .formatted(untold.get(0).name()));
        }
        return new PendingClaims(
                claims.claims().stream()
                        .filter(claim -> !types.contains(claim.name()))
                        .toList(),
                claims.notes(),
                claims.unread(),
                claims.unjudged(),
                claims.scripts());
    }

    private void programs(List<ToolMigration> pending, List<String> unread) {
        List<String> programs = pending.stream()
                .filter(ToolMigration::isProgram)
                .map(ToolMigration::name)
                .toList();
        if (!programs.isEmpty()) {
            unread.add("%d pending %s of %s that %s no SQL (the first: %s)"
                    .formatted(
                            programs.size(),
                            programs.size() == 1 ? "migration" : "migrations",
                            directory,
                            programs.size() == 1 ? "is" : "are",
                            programs.get(0)));
        }
    }

    private static List<MigrationScript> scripts(List<ToolMigration> migrations) {
        return migrations.stream()
                .map(migration -> new MigrationScript(migration.name(), migration.sql()))
                .toList();
    }

    private String display(ToolHistory history) {
        return HistoryChooser.display(rules.tool(), history);
    }

    private HistoryChooser chooser(MigrationContext ground) {
        return new HistoryChooser(directory, rules.tool(), all, ground);
    }
}
