package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has written its migrations into scripts, one after the other, each with the statement at its end that sets the one version in the
 * history. A chain that branches is not followed.
 */
record AlembicSql() implements ToolRules {

    private static final String TABLE = "(?:[\\w\"]+\\.)?\"?alembic_version\"?";
    private static final Pattern STEP = Pattern.compile("(?im)^INSERT INTO " + TABLE
            + " \\(version_num\\) VALUES \\('([^']+)'\\).*;|^UPDATE " + TABLE
            + " SET version_num\\s*=\\s*'([^']+)' WHERE "
            + TABLE + "\\.version_num = '([^']+)'.*;");
    private static final Pattern BRANCH = Pattern.compile("(?im)^DELETE FROM " + TABLE);

    /** What the first migration of all begins from. */
    private static final String BASE = "";

    @Override
    public MigrationTool tool() {
        return MigrationTool.ALEMBIC;
    }

    @Override
    public Mark mark(Listing listing) {
        boolean any = listing.files().stream()
                .anyMatch(file -> STEP.matcher(listing.text(file)).find());
        return any ? Mark.OWN : Mark.NONE;
    }

    /** What the first one begins from comes first, as a migration of no statements; nothing if the chain is not one. */
    @Override
    public List<ToolMigration> migrations(Listing listing) {
        List<ToolMigration> chain = new ArrayList<>();
        for (ScriptFile file : listing.files()) {
            String text = listing.text(file);
            Matcher step = STEP.matcher(text);
            for (int from = 0; step.find(); from = step.end()) {
                String before = step.group(1) == null ? step.group(3) : BASE;
                if (chain.isEmpty()) {
                    chain.add(new ToolMigration(before, file.name(), "", true));
                }
                if (!chain.get(chain.size() - 1).key().equals(before)) {
                    return List.of();
                }
                String version = step.group(1) == null ? step.group(2) : step.group(1);
                chain.add(new ToolMigration(version, file.name(), Section.between(text, from, step.end()), true));
            }
            if (BRANCH.matcher(text).find()) {
                return List.of();
            }
        }
        return chain;
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        if (history.applied().size() > 1) {
            return Pending.unknown("is at several versions");
        }
        String at = history.applied().stream().findFirst().orElse(BASE);
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).key().equals(at)) {
                return Pending.of(migrations.subList(i + 1, migrations.size()));
            }
        }
        return Pending.unknown(
                at.equals(BASE)
                        ? "is at no version, and the script begins behind one"
                        : "is at version " + at + ", which the script lacks");
    }
}
