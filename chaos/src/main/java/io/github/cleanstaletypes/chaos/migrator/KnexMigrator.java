package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.NpmPackages;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts Knex by its own command, as its users do. Needs npm once, which installs it. */
final class KnexMigrator {

    private static final String MODULES = "node_modules";

    private static final Pattern BATCH = Pattern.compile("Batch \\d+ run: (\\d+) migrations");

    private KnexMigrator() {}

    static boolean isHere() {
        return NpmPackages.knex().isPresent();
    }

    /** Makes a directory with its settings and these migrations. */
    static MigrationDirectory directory(String... migrations) {
        Path modules = NpmPackages.knex().orElseThrow(() -> new IllegalStateException("npm does not answer"));
        return MigrationDirectory.create()
                .link(MODULES, modules)
                .add("knexfile.js")
                .add(migrations);
    }

    /** @param name what the server shows as {@code application_name} of its sessions */
    static MigratorProcess start(String name, Database database, MigrationDirectory directory) {
        String program = directory.path().resolve(MODULES).resolve(".bin/knex").toString();
        List<String> words =
                List.of(program, "migrate:latest", "--cwd", directory.path().toString());
        Map<String, String> variables = Map.of(
                // where node is
                "PATH",
                Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"),
                "PGHOST",
                "localhost",
                "PGPORT",
                Integer.toString(database.port()),
                "PGUSER",
                PostgresServer.SUPERUSER,
                "PGDATABASE",
                database.name(),
                "PGAPPNAME",
                name);
        return new MigratorProcess(ChildProcess.start(words, variables, false), KnexMigrator::executed);
    }

    private static int executed(String out) {
        Matcher batch = BATCH.matcher(out);
        return batch.find() ? Integer.parseInt(batch.group(1)) : 0;
    }
}
