package io.github.cleanstaletypes.internal.claim.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file says by Flyway's default naming.
 *
 * @param kind which sort of migration it is
 * @param version its version; null of a repeatable one
 * @param description its description, with blanks
 */
record FlywayName(Kind kind, @Nullable MigrationVersion version, String description) {

    /** The sorts that are migrated; an undo is not. */
    enum Kind {
        BASELINE,
        VERSIONED,
        REPEATABLE
    }

    private static final Pattern VERSIONED = Pattern.compile("([VB])([0-9][0-9._]*?)(?:__(.*))?\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(.*)\\.sql");

    /** Reads a file's name without its directory; empty if it is none of a migration. */
    static Optional<FlywayName> parse(String file) {
        Matcher repeatable = REPEATABLE.matcher(file);
        if (repeatable.matches()) {
            return Optional.of(new FlywayName(Kind.REPEATABLE, null, words(repeatable.group(1))));
        }
        Matcher versioned = VERSIONED.matcher(file);
        if (!versioned.matches()) {
            return Optional.empty();
        }
        Kind kind = versioned.group(1).equals("V") ? Kind.VERSIONED : Kind.BASELINE;
        String description = versioned.group(3) == null ? "" : versioned.group(3);
        return MigrationVersion.parse(versioned.group(2))
                .map(version -> new FlywayName(kind, version, words(description)));
    }

    private static String words(String description) {
        return description.replace('_', ' ');
    }
}
