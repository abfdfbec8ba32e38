package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Migrated;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.oracle.TableContents;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Sessions;
import io.github.cleanstaletypes.testing.TestDatabase;

/** A database whose first release is migrated, with the customers who must never get lost. */
final class Shop implements AutoCloseable {

    private final TestDatabase database;
    private final MigrationDirectory migrations;
    private final TableContents before;

    private Shop(TestDatabase database, MigrationDirectory migrations, TableContents before) {
        this.database = database;
        this.migrations = migrations;
        this.before = before;
    }

    /** Opens one on this stage's server, and tells of it. */
    static Shop open(Stage stage) {
        TestDatabase database = stage.server().createDatabase();
        MigrationDirectory migrations = MigrationDirectory.create();
        try {
            migrations.add("V1__customers.sql");
            MigrationOutcome outcome = MigratorProcess.run("release1", database, migrations);
            Deviation.unless(outcome.equals(new Migrated(1)), "release 1 to be migrated", outcome);
            Shop shop = new Shop(database, migrations, TableContents.of("customers", database));
            stage.narrator().tell("Release 1 is migrated: the table customers has " + shop.rowsBefore() + " rows.");
            return shop;
        } catch (RuntimeException e) {
            // closes them in any case, and what fails in that is told with the reason
            try (database;
                    migrations) {
                throw e;
            }
        }
    }

    TestDatabase database() {
        return database;
    }

    Sessions sessions() {
        return new Sessions(database);
    }

    int rowsBefore() {
        return before.rows().size();
    }

    /** Brings the migrations of a next release. */
    void release(String... migrations) {
        this.migrations.add(migrations);
    }

    /** Starts a migrator of this name. */
    MigratorProcess start(String name) {
        return MigratorProcess.start(name, database, migrations);
    }

    /** Runs a migrator of this name, which must execute one migration. */
    void migrate(String name) {
        MigrationOutcome outcome = MigratorProcess.run(name, database, migrations);
        Deviation.unless(outcome.equals(new Migrated(1)), "one migration to be executed", outcome);
    }

    /** Looks whether the interrupted statement was carried out as a whole: its table has all rows, once each. */
    void expectWholeTable() {
        String rows = String.valueOf(database.queryText("SELECT pg_catalog.count(DISTINCT id) FROM big"));
        Deviation.unless(rows.equals("600"), "600 rows in the table big", rows);
    }

    /** Compares the customers row by row with what they were, and counts them. */
    int rowsAfter() {
        TableContents after = TableContents.of("customers", database);
        Deviation.ifAny(after.differencesFrom(before));
        return after.rows().size();
    }

    @Override
    public void close() {
        try (database) {
            migrations.close();
        }
    }
}
