package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory of whichever tool it is: of the one whose mark it bears, or else of the only one that it may be by its names and whose history
 * knows it. If there is none, it is one of plain scripts.
 */
final class ToolDirectory implements Migrations {

    private final Path directory;
    private final List<ScriptFile> files;

    ToolDirectory(Path directory, List<ScriptFile> files) {
        this.directory = directory;
        this.files = List.copyOf(files);
    }

    @Override
    public PendingClaims pending(MigrationContext ground) {
        Listing listing = new Listing(files);
        List<ToolMigrations> tools = marked(listing, Mark.OWN);
        if (tools.isEmpty()) {
            tools = marked(listing, Mark.POSSIBLE).stream()
                    .filter(tool -> tool.isToldBy(ground))
                    .toList();
        }
        return switch (tools.size()) {
            case 0 -> new PlainScripts(directory, files).pending(ground);
            case 1 -> tools.get(0).pending(ground);
            default -> PendingClaims.unjudged(List.of(several(tools)));
        };
    }

    /** Those whose mark it bears, or else those that it may be by its names. */
    @Override
    public Set<MigrationTool> tools() {
        Listing listing = new Listing(files);
        return Stream.of(Mark.OWN, Mark.POSSIBLE)
                .map(mark -> ToolRules.ALL.stream()
                        .filter(rules -> rules.mark(listing) == mark)
                        .map(ToolRules::tool)
                        .collect(Collectors.toSet()))
                .filter(tools -> !tools.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private List<ToolMigrations> marked(Listing listing, Mark mark) {
        return ToolRules.ALL.stream()
                .filter(rules -> rules.mark(listing) == mark)
                .map(rules -> new ToolMigrations(directory, rules, rules.migrations(listing)))
                .toList();
    }

    private String several(List<ToolMigrations> tools) {
        return "pending migrations: those of %s may be of several tools (%s)"
                .formatted(directory, tools.stream().map(ToolMigrations::tool).collect(Collectors.joining(", ")));
    }
}
