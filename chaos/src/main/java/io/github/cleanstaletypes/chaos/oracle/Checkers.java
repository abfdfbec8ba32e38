package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Programs of others check a catalog: amcheck, which the servers bring, and pg_catcheck where it is installed.
 *
 * @param catcheck the latter, for this server's major
 */
public record Checkers(Optional<Catcheck> catcheck) {

    /** All servers bring this extension. */
    public static final String AMCHECK = "amcheck";

    /** This program is used where it is installed. */
    public static final String CATCHECK = "pg_catcheck";

    private static final List<String> INSTALLATION =
            List.of("CREATE SCHEMA chaos_oracle", "CREATE EXTENSION amcheck SCHEMA chaos_oracle");

    private static final String HEAPS = Resource.text("oracle/amcheck/heaps.sql");

    private static final String INDEXES = Resource.text("oracle/amcheck/indexes.sql");

    /** Finds those that there are for a server of this version, such as {@code 18.6}. */
    public static Checkers of(String version) {
        return new Checkers(Catcheck.forVersion(version));
    }

    /** Lists what they are called. */
    public List<String> names() {
        return catcheck.isPresent() ? List.of(AMCHECK, CATCHECK) : List.of(AMCHECK);
    }

    /**
     * Lists what they find in a database whose catalog should be whole: a sentence each.
     *
     * <p>This installs an extension, in a schema of its own: so it comes after everything else.
     */
    public List<String> complaints(Database database) {
        List<String> complaints = new ArrayList<>();
        catcheck.ifPresent(program -> complaints.addAll(program.complaints(database)));
        database.execute(INSTALLATION.toArray(String[]::new));
        for (@Nullable String complaint : database.queryTexts(HEAPS)) {
            complaints.add(String.valueOf(complaint));
        }
        try {
            database.queryTexts(INDEXES);
        } catch (IllegalStateException e) {
            complaints.add("amcheck: an index of the catalog is damaged: " + e.getMessage());
        }
        return complaints;
    }
}
