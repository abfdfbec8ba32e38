package io.github.cleanstaletypes.chaos.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Killed;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Migrated;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigratorProcessTest {

    private TestDatabase test;
    private Database database;
    private MigrationDirectory migrations;

    @BeforeEach
    void create() {
        test = PostgresServer.of("18.6").createDatabase();
        database = Database.of(test);
        migrations = MigrationDirectory.create().add("V1__customers.sql");
    }

    @AfterEach
    void delete() {
        migrations.close();
        test.close();
    }

    @Test
    void counts_what_it_executed() {
        assertThat(MigratorProcess.run("a", database, migrations)).isEqualTo(new Migrated(1));
        assertThat(MigratorProcess.run("b", database, migrations)).isEqualTo(new Migrated(0));
    }

    @Test
    void tells_the_error_of_the_server_and_what_its_user_reads() {
        MigratorProcess.run("first", database, migrations);
        migrations.add("V2__big_table.sql");
        database.execute("CREATE TYPE big AS ENUM ()");
        assertThat(MigratorProcess.run("second", database, migrations)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(new ServerError("42710", null));
            assertThat(failed.message()).contains("V2__big_table.sql", "42710");
        });
    }

    @Test
    void tells_apart_what_no_server_said() {
        database.execute("CREATE TABLE somebody_else_s ()");
        // a schema that is neither empty nor has a history is not migrated
        assertThat(MigratorProcess.run("first", database, migrations))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).isNull());
    }

    @Test
    void is_told_from_a_failure_when_it_was_killed() {
        try (MigratorProcess migrator = MigratorProcess.start("a", database, migrations)) {
            migrator.kill();
            assertThat(migrator.outcome()).isInstanceOf(Killed.class);
        }
    }
}
