package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.List;
import java.util.regex.Pattern;

/** Has a file for each migration, or one for each way, and a row for each that has run. It refuses to run if a row has no file. */
record Sqlx() implements ToolRules {

    private static final Numbered UP = new Numbered("(\\d+)_(?!.*\\.down\\.sql).*\\.sql");
    private static final Pattern ANY = Pattern.compile("\\d+_.*\\.sql");

    @Override
    public MigrationTool tool() {
        return MigrationTool.SQLX;
    }

    @Override
    public Mark mark(Listing listing) {
        return UP.among(listing, ANY);
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return UP.migrations(listing);
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.WANTS_FILES.pending(migrations, history);
    }
}
