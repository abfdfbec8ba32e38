package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Migrations of Alembic, which are programs: what they create is not known.
 *
 * @param directory where they are
 */
record AlembicPrograms(Path directory) implements Migrations {

    /** Whether this is a directory of Alembic's, or the one in it that holds the migrations. */
    static boolean areIn(Path directory) {
        Path home = directory.toAbsolutePath().normalize();
        Path parent = home.getParent();
        return isHome(home) || (home.endsWith("versions") && parent != null && isHome(parent));
    }

    @Override
    public PendingClaims pending(MigrationContext ground) {
        return PendingClaims.unjudged(List.of(
                "pending migrations: those of %s are Alembic's programs, not SQL (alembic upgrade --sql writes scripts)"
                        .formatted(directory)));
    }

    @Override
    public Set<MigrationTool> tools() {
        return Set.of(MigrationTool.ALEMBIC);
    }

    private static boolean isHome(Path directory) {
        return Files.isRegularFile(directory.resolve("env.py")) && Files.isDirectory(directory.resolve("versions"));
    }
}
