package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.List;

/** Has a file for each migration, or one for each way, and a row for each that has run. It refuses to run if a row has no file. */
record Sqlx() implements ToolRules {

    private static final Numbered UP = new Numbered("(\\d+)_(?!.*\\.down\\.sql).*\\.sql");
    private static final String ANY = "\\d+_.*\\.sql";

    @Override
    public MigrationTool tool() {
        return MigrationTool.SQLX;
    }

    @Override
    public Mark mark(Listing listing) {
        boolean all =
                listing.folder().stream().allMatch(file -> Listing.base(file).matches(ANY));
        return all && !UP.files(listing).isEmpty() && UP.distinct(listing) ? Mark.POSSIBLE : Mark.NONE;
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return UP.files(listing).stream()
                .map(file -> new ToolMigration(UP.number(file), file.name(), listing.text(file), true))
                .toList();
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.WANTS_FILES.pending(migrations, history);
    }
}
