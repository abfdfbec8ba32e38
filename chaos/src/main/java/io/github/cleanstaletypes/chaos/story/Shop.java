package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Migrated;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.scenario.BrakedMigrator;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;

/** A shop has its releases migrated by Flyway, and customers who must never get lost. */
final class Shop implements AutoCloseable {

    private final Scene scene;
    private final Narrator narrator;
    private final MigrationDirectory migrations;
    private final Inventory before;
    private final int rowsBefore;

    private Shop(Scene scene, Narrator narrator, MigrationDirectory migrations) {
        this.scene = scene;
        this.narrator = narrator;
        this.migrations = migrations;
        this.before = customers();
        this.rowsBefore = rows();
    }

    /** Opens one in this scene's database, and tells of it. */
    static Shop open(Scene scene, Narrator narrator) {
        MigrationDirectory migrations = MigrationDirectory.create();
        try {
            migrations.add("V1__customers.sql");
            MigrationOutcome outcome = MigratorProcess.run("release1", scene.database(), migrations);
            Deviation.unless(outcome.equals(new Migrated(1)), "release 1 to be migrated", outcome);
            Shop shop = new Shop(scene, narrator, migrations);
            narrator.tell("Release 1 is migrated: the table customers has " + shop.rowsBefore() + " rows.");
            return shop;
        } catch (RuntimeException e) {
            // closes them in any case, and what fails in that is told with the reason
            try (migrations) {
                throw e;
            }
        }
    }

    Database database() {
        return scene.database();
    }

    int rowsBefore() {
        return rowsBefore;
    }

    /** Brings the migrations of a next release. */
    void release(String... names) {
        migrations.add(names);
    }

    /** Starts a migrator of this name. */
    MigratorProcess start(String name) {
        return MigratorProcess.start(name, database(), migrations);
    }

    /** Runs a migrator of this name, which must execute one migration. */
    void migrate(String name) {
        MigrationOutcome outcome = MigratorProcess.run(name, database(), migrations);
        Deviation.unless(outcome.equals(new Migrated(1)), "one migration to be executed", outcome);
    }

    /** Releases a long migration, starts it, and kills the migrator when the name {@code big} is taken. */
    KilledMigrator killInLongMigration() {
        release("V2__big.sql", "V2__big.sql.conf");
        narrator.tell("Release 2 is a long CREATE TABLE IF NOT EXISTS big AS SELECT ..., run outside a transaction.");
        KilledMigrator killed = KilledMigrator.kill(
                scene,
                "a long CREATE TABLE IF NOT EXISTS big AS SELECT ...",
                () -> start(BrakedMigrator.NAME),
                look -> look.fillingTable(BrakedMigrator.NAME));
        narrator.tell(
                "The migrator's process %d is killed (kill -9) in the middle of it. On the server its session %d goes on."
                        .formatted(killed.process(), killed.pid()));
        return killed;
    }

    /** Looks whether the interrupted statement was carried out as a whole: its table has all rows, once each. */
    void expectWholeTable() {
        String rows = database().queryText("SELECT pg_catalog.count(DISTINCT id) FROM big");
        Deviation.unless(rows.equals("600"), "600 rows in the table big", rows);
    }

    /** Compares the customers with what they were, and counts them. */
    int rowsAfter() {
        Deviation.ifAny(customers().differencesFrom(before));
        return rows();
    }

    private Inventory customers() {
        return Inventory.of(database()).ownedBy("public.customers");
    }

    private int rows() {
        return Integer.parseInt(database().queryText("SELECT pg_catalog.count(*) FROM customers"));
    }

    @Override
    public void close() {
        migrations.close();
    }
}
