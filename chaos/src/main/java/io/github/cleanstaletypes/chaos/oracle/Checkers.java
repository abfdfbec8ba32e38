package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.chaos.process.Child;
import io.github.cleanstaletypes.chaos.server.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Others' programs that check a catalog: amcheck, which the servers bring, and pg_catcheck where it is installed. */
public final class Checkers {

    private static final List<String> AMCHECK =
            List.of("CREATE SCHEMA chaos_oracle", "CREATE EXTENSION amcheck SCHEMA chaos_oracle");

    private static final String HEAPS = """
            SELECT pg_catalog.format('amcheck: %s block %s: %s', c.relname, h.blkno, h.msg)
              FROM pg_catalog.pg_class c, LATERAL chaos_oracle.verify_heapam(c.oid) h
             WHERE c.oid IN ('pg_catalog.pg_type'::regclass, 'pg_catalog.pg_class'::regclass,
                             'pg_catalog.pg_attribute'::regclass, 'pg_catalog.pg_depend'::regclass)
            """;

    private static final String INDEXES = """
            SELECT chaos_oracle.bt_index_check(i.indexrelid, true)
              FROM pg_catalog.pg_index i
             WHERE i.indrelid IN ('pg_catalog.pg_type'::regclass, 'pg_catalog.pg_class'::regclass,
                                  'pg_catalog.pg_attribute'::regclass, 'pg_catalog.pg_depend'::regclass)
            """;

    private Checkers() {}

    /**
     * What they find in a database whose catalog should be whole: a sentence each.
     *
     * <p>This installs an extension, in a schema of its own: so it comes after everything else.
     */
    public static List<String> complaints(Database database) {
        List<String> complaints = new ArrayList<>();
        database.execute(AMCHECK.toArray(String[]::new));
        for (@Nullable String complaint : database.queryTexts(HEAPS)) {
            complaints.add(String.valueOf(complaint));
        }
        try {
            database.queryTexts(INDEXES);
        } catch (IllegalStateException e) {
            complaints.add("amcheck: an index of the catalog is damaged: " + e.getMessage());
        }
        catcheck().ifPresent(program -> complaints.addAll(run(program, database)));
        return complaints;
    }

    /** Whether pg_catcheck is installed here. */
    public static boolean catcheckInstalled() {
        return catcheck().isPresent();
    }

    private static Optional<Path> catcheck() {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(":", -1)).stream()
                .map(directory -> Path.of(directory, "pg_catcheck"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> run(Path program, Database database) {
        List<String> command = List.of(
                program.toString(),
                "-q",
                "-h",
                "localhost",
                "-p",
                Integer.toString(database.port()),
                "-U",
                PostgresServer.SUPERUSER,
                database.name());
        try (Child child = Child.start(command, Map.of(), true)) {
            int exit = child.waitFor(Duration.ofMinutes(1));
            return exit == 0 ? List.of() : List.of("pg_catcheck: " + child.out().strip());
        }
    }
}
