package io.github.cleanstaletypes.internal.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A migrator as most are: it looks into its history, and if its one migration is not there it runs that, in one transaction of about a
 * third of a second. Two at once fail. Before and after it logs each statement with the token of its guard, in sessions of their own.
 */
final class NaiveMigrator {

    /** What the database must hold at first. */
    static final String[] BEFORE = {
        "CREATE TABLE kept AS SELECT g AS id FROM generate_series(1, 1000) g",
        "CREATE TABLE log (id bigint GENERATED ALWAYS AS IDENTITY, token text DEFAULT current_setting('application_name'))",
        "CREATE TABLE history (version int)"
    };

    private static final String SCRIPT = """
            log() { psql -Xqc 'INSERT INTO log DEFAULT VALUES' || exit 1; }
            log
            if [ "$(psql -XqAtc 'SELECT count(*) FROM history')" = 0 ]; then
              log
              psql -Xq1 -v ON_ERROR_STOP=1 -f migration.sql || exit 1
            fi
            log
            log
            """;

    private static final String MIGRATION = """
            CREATE TYPE accounts_role AS ENUM ('admin', 'guest');
            SELECT pg_sleep(0.1) \\g /dev/null
            CREATE TABLE accounts_user (id int, role accounts_role);
            SELECT pg_sleep(0.1) \\g /dev/null
            INSERT INTO accounts_user SELECT g, 'guest' FROM generate_series(1, 100) g;
            INSERT INTO history VALUES (1);
            SELECT pg_sleep(0.1) \\g /dev/null
            """;

    private NaiveMigrator() {}

    /** Puts it into a directory; returns the words that run it there. */
    static String[] in(Path directory) {
        try {
            Files.writeString(directory.resolve("migrate.sh"), SCRIPT);
            Files.writeString(directory.resolve("migration.sql"), MIGRATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {"sh", "migrate.sh"};
    }
}
