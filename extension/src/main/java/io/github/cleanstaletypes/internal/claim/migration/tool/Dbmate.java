package io.github.cleanstaletypes.internal.claim.migration.tool;

import static io.github.cleanstaletypes.internal.claim.migration.tool.Listing.group;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.List;
import java.util.regex.Pattern;

/** Has a section for each way in one file, and runs whatever has no row. */
record Dbmate() implements ToolRules {

    private static final Pattern NAME = Pattern.compile("(\\d+).*\\.sql");
    private static final Section UP = new Section("(?m)^--\\s*migrate:up\\b(.*)$", "(?m)^--\\s*migrate:down\\b");

    @Override
    public MigrationTool tool() {
        return MigrationTool.DBMATE;
    }

    @Override
    public Mark mark(Listing listing) {
        List<String> texts = listing.folder().stream()
                .filter(file -> group(NAME, file).isPresent())
                .map(listing::text)
                .toList();
        return !texts.isEmpty() && texts.stream().allMatch(UP::isIn) ? Mark.OWN : Mark.NONE;
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return listing.folder().stream()
                .flatMap(file -> group(NAME, file).stream().map(version -> {
                    String text = listing.text(file);
                    boolean alone = UP.heading(text).contains("transaction:false");
                    return new ToolMigration(version, file.name(), UP.of(text), !alone);
                }))
                .toList();
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.RUNS_ALL.pending(migrations, history);
    }
}
