package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import java.util.List;
import java.util.regex.Pattern;

/** Has a section for each way in one file, and a row for each step there and back. It refuses to fill a gap. */
record Goose() implements ToolRules {

    private static final Numbered FILES = new Numbered("(\\d+)_.*\\.sql", "(\\d+)_.*(?<!_test)\\.go");
    private static final Section UP =
            new Section("(?m)^--\\s*\\+goose\\s+Up\\b(.*)$", "(?m)^--\\s*\\+goose\\s+Down\\b");
    private static final Pattern ALONE = Pattern.compile("(?m)^--\\s*\\+goose\\s+NO\\s+TRANSACTION\\b");

    @Override
    public MigrationTool tool() {
        return MigrationTool.GOOSE;
    }

    @Override
    public Mark mark(Listing listing) {
        boolean all = listing.folder().stream().map(listing::text).allMatch(UP::isIn);
        return all && FILES.areAllOf(listing) ? Mark.OWN : Mark.NONE;
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return FILES.files(listing).stream()
                .map(file -> migration(file, listing))
                .toList();
    }

    private static ToolMigration migration(ScriptFile file, Listing listing) {
        if (file.name().endsWith(".go")) {
            return ToolMigration.program(FILES.number(file), file.name());
        }
        String text = listing.text(file);
        boolean alone = ALONE.matcher(text).find();
        return new ToolMigration(FILES.number(file), file.name(), UP.of(text), !alone);
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.WANTS_ORDER.pending(migrations, history);
    }
}
