package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migration tool's own table, made as its documentation says, tells that a migration began and did not end. The tool runs nothing before a
 * person has settled that; so the row stays, and is told.
 *
 * @param tool whose table it is
 */
public record UnfinishedRow(Tool tool) implements Scenario {

    /** A tool with such a row. */
    public enum Tool {
        /** Prisma, which ends with P3009. */
        PRISMA(
                "prisma-unfinished",
                "a row of Prisma's that has no finished_at",
                "20260102030405_accounts/migration.sql",
                "CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,"
                        + " migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,"
                        + " started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)",
                "INSERT INTO _prisma_migrations (id, checksum, migration_name)"
                        + " VALUES (gen_random_uuid()::text, repeat('a', 64), '20260102030405_accounts')",
                "SELECT FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL"),
        /** golang-migrate, which ends with "Dirty database version". */
        GOLANG_MIGRATE(
                "golang-migrate-dirty",
                "a row of golang-migrate's that is dirty",
                "1_accounts.up.sql",
                "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                "INSERT INTO schema_migrations VALUES (1, true)",
                "SELECT FROM schema_migrations WHERE dirty");

        private final String title;
        private final String fault;
        private final String file;
        private final String table;
        private final String row;
        private final String stuck;

        Tool(String title, String fault, String file, String table, String row, String stuck) {
            this.title = title;
            this.fault = fault;
            this.file = file;
            this.table = table;
            this.row = row;
            this.stuck = stuck;
        }

        /** Gives up as the tool does, with a SQLSTATE in place of its words. */
        private Script next() {
            return new Script(
                    "release2",
                    Mode.TRANSACTION,
                    List.of(
                            "DO $$ BEGIN IF EXISTS (" + stuck
                                    + ") THEN RAISE EXCEPTION 'unfinished' USING ERRCODE = '55000'; END IF; END $$",
                            "CREATE TABLE accounts_user (id int PRIMARY KEY)"));
        }
    }

    /** Lists one for each tool. */
    public static List<UnfinishedRow> all() {
        return Stream.of(Tool.values()).map(UnfinishedRow::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(tool.title, FindingCode.UNFINISHED_MIGRATION, tool.fault)
                .healedBy("nothing", "cli", "extension", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute(tool.table, tool.row);
        scene.timeline().strike(Lane.MIGRATOR, tool.row);
        MigrationDirectory directory =
                MigrationDirectory.create().write(tool.file, "CREATE TABLE accounts_user (id int PRIMARY KEY);");
        return new LastingIncident(
                scene,
                Expectation.unchanged(new ServerError("55000", null), Ending.refused("reported"))
                        .migrating(tool.next())
                        .withOptions(
                                "--free-locks", "--migrations", directory.path().toString()),
                List::of,
                directory::close);
    }
}
