package io.github.cleanstaletypes.internal.claim.migration.tool;

import static io.github.cleanstaletypes.internal.claim.migration.tool.Listing.group;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Has a script or a program for each migration, and a row with its name for each that has run. It wants both to agree, and what its
 * programs do is not known here.
 */
record NodePgMigrate() implements ToolRules {

    private static final Numbered FILES =
            new Numbered("(\\d+)\\D.*(?<!\\.(?:up|down))\\.sql", "(\\d+)\\D.*(?<!\\.d)\\.[cm]?[jt]s");
    private static final Pattern DATE = Pattern.compile("(\\d{17})\\D.*");
    private static final Section UP =
            new Section("(?im)^\\s*--[\\s-]*up\\s+migration(.*)$", "(?im)^\\s*--[\\s-]*down\\s+migration");

    @Override
    public MigrationTool tool() {
        return MigrationTool.NODE_PG_MIGRATE;
    }

    @Override
    public Mark mark(Listing listing) {
        List<ScriptFile> files = FILES.files(listing);
        long dates =
                files.stream().filter(file -> group(DATE, file).isPresent()).count();
        // it takes 17 digits for a date and fewer for milliseconds or an index, and compares both
        if (!FILES.areAllOf(listing) || (dates > 0 && dates < files.size())) {
            return Mark.NONE;
        }
        return listing.folder().stream().map(listing::text).allMatch(UP::isIn) ? Mark.OWN : Mark.POSSIBLE;
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return FILES.files(listing).stream()
                .map(file -> migration(file, listing))
                .toList();
    }

    private static ToolMigration migration(ScriptFile file, Listing listing) {
        String key = Listing.base(file).replaceFirst("\\.[^.]+$", "");
        return file.name().endsWith(".sql")
                ? new ToolMigration(key, file.name(), UP.of(listing.text(file)), true)
                : ToolMigration.program(key, file.name());
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.WANTS_BOTH.pending(migrations, history);
    }
}
