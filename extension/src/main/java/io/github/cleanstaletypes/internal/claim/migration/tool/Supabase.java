package io.github.cleanstaletypes.internal.claim.migration.tool;

import static io.github.cleanstaletypes.internal.claim.migration.tool.Listing.group;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.List;
import java.util.regex.Pattern;

/** Has its scripts in a folder of its own, and its history in a schema of its own. It wants both to agree. */
record Supabase() implements ToolRules {

    private static final Pattern NAME = Pattern.compile("(\\d+)_.*\\.sql");

    @Override
    public MigrationTool tool() {
        return MigrationTool.SUPABASE;
    }

    @Override
    public Mark mark(Listing listing) {
        boolean own = listing.folderPath()
                .filter(path -> path.endsWith("supabase/migrations"))
                .isPresent();
        int migrations = migrations(listing).size();
        if (migrations == 0 || (!own && migrations < listing.folder().size())) {
            return Mark.NONE;
        }
        return own ? Mark.OWN : Mark.POSSIBLE;
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return listing.folder().stream()
                .flatMap(file -> group(NAME, file).stream()
                        .map(version -> new ToolMigration(version, file.name(), listing.text(file), true)))
                .toList();
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.WANTS_BOTH.pending(migrations, history);
    }
}
