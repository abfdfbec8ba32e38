package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Migrations named as Flyway names them. Which are pending is told by the schema histories that know one of them, of which there are
 * several if each tenant has one; by one that knows nothing yet; and if there is no history at all, every one is.
 */
public final class FlywayMigrations implements Migrations {

    /** Undo migrations and callbacks. */
    private static final Pattern NO_MIGRATION =
            Pattern.compile("(.*/)?(U[0-9][^/]*|(before|after)[A-Z][^/]*|createSchema(__[^/]*)?\\.sql)");

    private final Path directory;
    private final List<ScriptFile> files;

    public FlywayMigrations(Path directory, List<ScriptFile> files) {
        this.directory = directory;
        this.files = List.copyOf(files);
    }

    @Override
    public Set<MigrationTool> tools() {
        return Set.of(MigrationTool.FLYWAY);
    }

    @Override
    public PendingClaims pending(MigrationContext ground) {
        PendingClaims all = PendingClaims.of(List.of(), unnamed().stream().toList());
        if (ground.histories().isEmpty()) {
            return all.and(GivenMigrations.claims(
                    new PendingScripts(files, Applied.NOTHING, placeholders(ground)).inOrder(), ground.searchPath()));
        }
        Map<SchemaHistory, Applied> ours = ours(ground);
        List<String> unread = unread(ground);
        if (ours.isEmpty()) {
            String unknown = "pending migrations: no schema history of this database knows one of " + directory;
            return all.and(PendingClaims.unjudged(unread.isEmpty() ? List.of(unknown) : unread));
        }
        // another one, which may be of anybody, does not make those unknown that are known
        all = all.and(PendingClaims.of(unread, List.of()));
        for (Map.Entry<SchemaHistory, Applied> each : ours.entrySet()) {
            all = all.and(pending(each.getKey(), each.getValue(), ground));
        }
        return all;
    }

    private PendingClaims pending(SchemaHistory history, Applied applied, MigrationContext ground) {
        if (history.migrating()) {
            return PendingClaims.unjudged(
                    List.of("%s: Flyway is migrating by it at this moment, so no pending migration claims a name"
                            .formatted(display(history))));
        }
        return GivenMigrations.claims(
                new PendingScripts(files, applied, placeholders(ground, history)).inOrder(),
                path(ground, history.schema()));
    }

    private static List<String> unread(MigrationContext ground) {
        return ground.histories().stream()
                .filter(history -> !history.isRead())
                .map(history -> "%s: %s, so it does not tell which migrations are pending"
                        .formatted(display(history), history.unread()))
                .toList();
    }

    /** With prefixes of their own, most files of a directory can be named in a way that is not known here. */
    private Optional<String> unnamed() {
        List<String> names = files.stream()
                .filter(file -> file.flywayName().isEmpty())
                .map(ScriptFile::name)
                .filter(name -> !NO_MIGRATION.matcher(name).matches())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("%d .sql %s of %s not named as Flyway names migrations by default (the first: %s)"
                        .formatted(names.size(), names.size() == 1 ? "file" : "files", directory, names.get(0)));
    }

    /** The histories by which these migrations are migrated. */
    private Map<SchemaHistory, Applied> ours(MigrationContext ground) {
        List<FlywayName> names =
                files.stream().flatMap(file -> file.flywayName().stream()).toList();
        Map<SchemaHistory, Applied> ours = new LinkedHashMap<>();
        Map<SchemaHistory, Applied> untouched = new LinkedHashMap<>();
        for (SchemaHistory history : ground.histories()) {
            Applied applied = Applied.of(history);
            if (names.stream().anyMatch(applied::knows)) {
                ours.put(history, applied);
            } else if (history.isRead() && applied.nothing()) {
                untouched.put(history, applied);
            }
        }
        List<String> known = ours.keySet().stream().map(SchemaHistory::schema).toList();
        untouched.forEach((history, applied) -> {
            if (!known.contains(history.schema())) {
                ours.put(history, applied);
            }
        });
        return ours;
    }

    /** Flyway puts the history's schema in front. */
    private static List<String> path(MigrationContext ground, String schema) {
        return Stream.concat(Stream.of(schema), ground.searchPath().stream())
                .distinct()
                .toList();
    }

    private static Placeholders placeholders(MigrationContext ground) {
        return new Placeholders(Map.of("database", ground.database()));
    }

    private static Placeholders placeholders(MigrationContext ground, SchemaHistory history) {
        return new Placeholders(
                Map.of("database", ground.database(), "defaultSchema", history.schema(), "table", history.table()));
    }

    private static String display(SchemaHistory history) {
        return "schema history " + history.schema() + "." + history.table();
    }
}
