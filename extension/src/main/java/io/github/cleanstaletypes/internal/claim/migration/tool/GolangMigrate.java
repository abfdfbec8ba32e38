package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Has a file for each way, and one row: the version that the database is at. What is below that never runs. */
record GolangMigrate() implements ToolRules {

    private static final Numbered UP = new Numbered("(\\d+)_.*\\.up\\.sql");
    private static final Pattern EITHER = Pattern.compile("\\d+_.*\\.(up|down)\\.sql");

    @Override
    public MigrationTool tool() {
        return MigrationTool.GOLANG_MIGRATE;
    }

    @Override
    public Mark mark(Listing listing) {
        return UP.among(listing, EITHER);
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return UP.migrations(listing);
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        Set<String> known = migrations.stream().map(ToolMigration::key).collect(Collectors.toSet());
        List<BigInteger> at = history.applied().stream().map(BigInteger::new).toList();
        if (at.isEmpty()) {
            return Pending.of(migrations);
        }
        if (at.size() > 1 || !known.contains(at.get(0).toString())) {
            return Pending.unknown("is at version " + at.get(0) + ", which the directory lacks");
        }
        return Pending.of(migrations.stream()
                .filter(migration -> new BigInteger(migration.key()).compareTo(at.get(0)) > 0)
                .toList());
    }
}
