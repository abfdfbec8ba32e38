package io.github.cleanstaletypes.chaos.migrator;

import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migration tool locks itself out by a row of a table. The first of its two migrations here waits at a brake, while it has its lock; the
 * second makes a table.
 */
public enum RowLock {
    /** Liquibase 4. */
    LIQUIBASE(
            "Liquibase",
            "SELECT locked::text FROM public.databasechangeloglock",
            "public.databasechangelog",
            "public.databasechangeloglock") {
        @Override
        public MigrationDirectory directory() {
            return MigrationDirectory.create().add(CHANGELOG);
        }

        @Override
        public MigratorProcess start(String name, Database database, MigrationDirectory directory) {
            return MigratorProcess.start(name, database, directory, CHANGELOG);
        }
    },
    /** Knex, whose first migration is no transaction: it takes its lock in one with them if all of them are. */
    KNEX(
            "Knex",
            "SELECT CASE is_locked WHEN 1 THEN 'true' END FROM public.knex_migrations_lock",
            "public.knex_migrations",
            "public.knex_migrations_lock") {
        @Override
        public Optional<String> unavailable() {
            return KnexMigrator.isHere() ? Optional.empty() : Optional.of("npm does not answer, which brings Knex");
        }

        @Override
        public MigrationDirectory directory() {
            return KnexMigrator.directory("1_waits.cjs", "2_makes_table.cjs");
        }

        @Override
        public MigratorProcess start(String name, Database database, MigrationDirectory directory) {
            return KnexMigrator.start(name, database, directory);
        }
    };

    private static final String CHANGELOG = "changelog.sql";

    private final String title;
    private final String locked;
    private final String history;
    private final String lock;

    RowLock(String title, String locked, String history, String lock) {
        this.title = title;
        this.locked = locked;
        this.history = history;
        this.lock = lock;
    }

    /** Makes the directory of its migrations. */
    public abstract MigrationDirectory directory();

    /**
     * Starts to migrate this database.
     *
     * @param name what the server shows as {@code application_name} of its sessions: letters and digits
     */
    public abstract MigratorProcess start(String name, Database database, MigrationDirectory directory);

    /** Says why it cannot be run on this machine; empty if it can. */
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    /** Returns how its users call it. */
    public String title() {
        return title;
    }

    /** Lists the tables that it writes to, the last one by its second migration. */
    public Set<String> tables() {
        return Set.of(history, lock, "public.made_later");
    }

    /** Tells whether its lock is taken. */
    public boolean isLocked(Database database) {
        return database.queryText(locked).equals("true");
    }

    /** A migration that gives up at once, with 55P03, where the tool would wait or end with words of its own: as long as its lock is taken. */
    public Script givingUp() {
        return new Script(
                "release2",
                Mode.TRANSACTION,
                List.of(
                        "DO $$ BEGIN IF (" + locked
                                + ") = 'true' THEN RAISE EXCEPTION 'locked' USING ERRCODE = '55P03'; END IF; END $$",
                        "CREATE TABLE accounts_user (id int PRIMARY KEY)"));
    }

    /** Runs it to its end, and says what is wrong if it does not go on to make its table. */
    public List<String> goesOn(Database database, MigrationDirectory directory) {
        if (isLocked(database)) {
            // Liquibase would wait for five minutes
            return List.of("the lock of %s is still taken".formatted(title));
        }
        try (MigratorProcess again = start("again", database, directory)) {
            return finished(again.outcome(), database);
        }
    }

    /** Says what is wrong if this is not the outcome of a run that has made its table and left its lock free. */
    public List<String> finished(MigrationOutcome outcome, Database database) {
        boolean made = database.holds("pg_catalog.to_regclass('public.made_later') IS NOT NULL");
        return outcome instanceof MigrationOutcome.Migrated && made && !isLocked(database)
                ? List.of()
                : List.of("%s does not come to its end: %s, its table made: %s, its lock taken: %s"
                        .formatted(title, outcome, made, isLocked(database)));
    }
}
