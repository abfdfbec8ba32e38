package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.migration.ScriptFile;
import io.github.cleanstaletypes.internal.file.PlainFile;
import io.github.cleanstaletypes.internal.file.SizeLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Has a folder for each migration, with a script of one name in it, and a lock file beside them that names the database. */
record Prisma() implements ToolRules {

    private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?([^/]+)/migration\\.sql");
    private static final Pattern PROVIDER =
            Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"(postgres|postgresql|cockroachdb)\"");

    @Override
    public MigrationTool tool() {
        return MigrationTool.PRISMA;
    }

    @Override
    public Mark mark(Listing listing) {
        List<ScriptFile> scripts = scripts(listing);
        if (scripts.isEmpty()) {
            return Mark.NONE;
        }
        List<Path> locks = scripts.stream()
                .map(file -> file.path().toAbsolutePath().getParent())
                .map(folder -> Objects.requireNonNull(folder).resolveSibling("migration_lock.toml"))
                .distinct()
                .toList();
        if (locks.size() > 1) {
            return Mark.NONE;
        }
        return Files.exists(locks.get(0)) ? provider(locks.get(0)) : Mark.POSSIBLE;
    }

    @Override
    public List<ToolMigration> migrations(Listing listing) {
        return scripts(listing).stream()
                .map(file -> new ToolMigration(folder(file), file.name(), listing.text(file), true))
                .sorted(Comparator.comparing(ToolMigration::key))
                .toList();
    }

    @Override
    public Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        return RowForEach.RUNS_ALL.pending(migrations, history);
    }

    private static List<ScriptFile> scripts(Listing listing) {
        return listing.files().stream()
                .filter(file -> SCRIPT.matcher(file.name()).matches())
                .toList();
    }

    private static String folder(ScriptFile file) {
        return SCRIPT.matcher(file.name()).replaceFirst("$1");
    }

    private static Mark provider(Path lock) {
        try {
            String text = new String(PlainFile.read(lock, SizeLimit.SETTING), StandardCharsets.UTF_8);
            return PROVIDER.matcher(text).find() ? Mark.OWN : Mark.NONE;
        } catch (IOException e) {
            return Mark.NONE;
        }
    }
}
