package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.flyway.CleanStaleTypesCallback;
import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.testing.CalledFunctions;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A role that may create a table can make one that looks like a migration tool's, or that has a claimed name, and put a function of its own
 * where a reader would call it: in a cast, a policy, an expression of an index. Nobody who looks calls it.
 */
class StrangersTablesTest {

    private static final String EVIL =
            "CREATE FUNCTION mal.evil() RETURNS bool LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN true; END'";
    private static final String FLYWAY =
            "(installed_rank int, version %s, description text, type text, script text, checksum int, installed_on timestamp, success bool)";
    private static final String ROW = " VALUES (1, '1', 'x', 'SQL', 'V1__mood.sql', 0, now(), true)";

    @TempDir
    private Path directory;

    @BeforeEach
    void migrations() throws IOException {
        Files.writeString(
                directory.resolve("V1__mood.sql"),
                "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE IF NOT EXISTS mal12.leftover (id int);");
        Files.writeString(
                directory.resolve("lock.log"),
                "Waiting for changelog lock....\nCould not acquire change log lock.  Currently locked by x since 1/1/26\n");
        Files.writeString(
                directory.resolve("knex.log"),
                "Can't take lock to run migrations: Migration table is already locked\nIf you are sure migrations are not running"
                        + " you can release the lock manually by running 'knex migrate:unlock'\nMigrationLocked: Migration table is already"
                        + " locked\n");
    }

    @EachServer({"14.22", "18.6"})
    void run_nothing_of_their_own_whoever_reads_them(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            CalledFunctions called = CalledFunctions.in(database);
            String reader = database.createRole();
            int schemas = 0;
            for (String owner : List.of(PostgresServer.SUPERUSER, database.createRole())) {
                for (List<String> trap : traps()) {
                    String schema = "mal" + schemas++;
                    database.execute(
                            "CREATE SCHEMA " + schema + " AUTHORIZATION " + owner,
                            "GRANT USAGE ON SCHEMA " + schema + " TO PUBLIC");
                    asOwner(
                            database,
                            owner,
                            trap.stream()
                                    .map(statement -> statement.replace("mal.", schema + "."))
                                    .toList());
                }
            }
            for (String role : List.of(PostgresServer.SUPERUSER, reader)) {
                everything(CommandRun.withoutDatabase().with("DATABASE_URL", CommandRun.url(database, role)), schemas);
            }
            migrateByFlyway(database);
            assertThat(called.names()).isEmpty();

            // and they would be counted, each of its kind
            database.queryTexts("SELECT v::text FROM mal12.leftover");
            database.queryTexts("SELECT count(*) FROM mal14.leftover");
            assertThat(called.names()).hasSize(2);
        }
    }

    @EachServer({"14.22", "18.6"})
    void an_overload_of_amcheck_beside_it_is_not_called(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE EXTENSION amcheck SCHEMA public");
            CalledFunctions called = CalledFunctions.in(database);
            for (String arguments :
                    List.of("text", "regclass", "varchar", "name", "regclass, boolean, boolean, text, bigint", "oid")) {
                database.execute(
                        "CREATE FUNCTION public.verify_heapam(" + arguments
                                + ") RETURNS TABLE (blkno bigint, offnum int, attnum int, msg text) LANGUAGE plpgsql AS 'BEGIN RETURN; END'");
            }
            for (String arguments : List.of("text, boolean", "regclass, text", "oid, boolean", "text, text")) {
                database.execute("CREATE FUNCTION public.bt_index_check(" + arguments
                        + ") RETURNS void LANGUAGE plpgsql AS 'BEGIN RETURN; END'");
            }
            assertThat(CommandRun.on(database).run("check").exitCode()).isZero();
            assertThat(CommandRun.on(database).run("check", "-v").everything()).doesNotContain("verify_heapam");
            assertThat(called.names()).isEmpty();
        }
    }

    @EachServer(sample = 1)
    void a_strangers_history_tells_nothing_and_that_is_said(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String stranger = database.createRole();
            database.execute(
                    "CREATE SCHEMA mal AUTHORIZATION " + stranger,
                    "CREATE TYPE mood AS ENUM ('x')",
                    "CREATE TABLE flyway_schema_history " + FLYWAY.formatted("text"),
                    "INSERT INTO flyway_schema_history VALUES (1, '0', 'x', 'BASELINE', 'x', 0, now(), true)");
            asOwner(
                    database,
                    stranger,
                    List.of(
                            "CREATE TABLE mal.flyway_schema_history " + FLYWAY.formatted("text"),
                            "INSERT INTO mal.flyway_schema_history" + ROW,
                            "GRANT ALL ON mal.flyway_schema_history TO PUBLIC"));
            CommandRun.Outcome outcome =
                    CommandRun.on(database).run("check", "-v", "--migrations", directory.toString());
            assertThat(outcome.everything())
                    .contains("UNUSED_TYPE public.mood")
                    .contains("schema history mal.flyway_schema_history: its owner " + stranger);
            assertThat(outcome.exitCode()).isEqualTo(1);
        }
    }

    /** With the callback; the migration wants a name of the stranger's too. */
    private void migrateByFlyway(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .defaultSchema("ours")
                .locations("filesystem:" + directory)
                .callbacks(new CleanStaleTypesCallback())
                .load()
                .migrate();
    }

    private void everything(CommandRun command, int schemas) {
        command.run("check", "--migrations", directory.toString(), "--type", leftovers(schemas), "--strict");
        command.run("clean", "--dry-run", "--migrations", directory.toString());
        command.run("clean", "--free-locks", "--strict");
        command.run("guard", "--migrations", directory.toString(), "--", "true");
        command.run("explain", directory.resolve("lock.log").toString());
        command.run("explain", directory.resolve("knex.log").toString());
    }

    private static String leftovers(int schemas) {
        return IntStream.range(0, schemas)
                .mapToObj(i -> "mal" + i + ".leftover")
                .collect(Collectors.joining(","));
    }

    private static List<List<String>> traps() {
        List<List<String>> traps = new ArrayList<>();
        for (String table : List.of(
                "flyway_schema_history",
                "databasechangeloglock",
                "knex_migrations_lock",
                "leftover",
                "_prisma_migrations",
                "schema_migrations",
                "goose_db_version",
                "_sqlx_migrations",
                "kysely_migration_lock",
                "yoyo_lock",
                "\"__EFMigrationsLock\"")) {
            String columns = columns(table, "text");
            String create = "CREATE TABLE mal." + table + " " + columns;
            String grant = "GRANT SELECT ON mal." + table + " TO PUBLIC";
            traps.add(List.of(
                    EVIL,
                    "CREATE TYPE mal.v AS ENUM ('1', '2')",
                    "CREATE FUNCTION mal.cast_text(mal.v) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN ''1''; END'",
                    "CREATE FUNCTION mal.cast_json(mal.v) RETURNS json LANGUAGE plpgsql AS 'BEGIN RETURN ''\"1\"''; END'",
                    "CREATE CAST (mal.v AS text) WITH FUNCTION mal.cast_text(mal.v)",
                    "CREATE CAST (mal.v AS json) WITH FUNCTION mal.cast_json(mal.v)",
                    "CREATE TABLE mal." + table + " " + columns(table, "mal.v"),
                    filled(table),
                    grant));
            traps.add(List.of(
                    EVIL,
                    create,
                    filled(table),
                    grant,
                    "ALTER TABLE mal." + table + " ENABLE ROW LEVEL SECURITY",
                    "ALTER TABLE mal." + table + " FORCE ROW LEVEL SECURITY",
                    "CREATE POLICY p ON mal." + table + " USING (mal.evil())"));
            for (String index : List.of("((mal.evil()))", "((mal.evil())) WHERE mal.evil()")) {
                traps.add(List.of(create, filled(table), grant, EVIL, "CREATE INDEX ON mal." + table + " " + index));
            }
        }
        return traps;
    }

    /** As the owner; what is called while the trap is set is not counted. */
    private static void asOwner(TestDatabase database, String owner, List<String> statements) {
        List<String> all = new ArrayList<>(List.of("SET ROLE " + owner, "SET track_functions = 'none'"));
        all.addAll(statements);
        if (!owner.equals(PostgresServer.SUPERUSER)) {
            all.set(1, "RESET ROLE");
            all.add(2, "SET track_functions = 'none'");
            all.add(3, "SET ROLE " + owner);
        }
        database.execute(all.toArray(String[]::new));
    }

    private static String columns(String table, String type) {
        return switch (table) {
            case "flyway_schema_history" -> FLYWAY.formatted(type);
            case "databasechangeloglock" -> "(id int, locked %s, lockgranted timestamp, lockedby text)".formatted(type);
            case "knex_migrations_lock" -> "(index int, is_locked %s)".formatted(type);
            case "_prisma_migrations" ->
                "(id int, migration_name %1$s, logs %1$s, started_at timestamptz, finished_at timestamptz, rolled_back_at timestamptz)"
                        .formatted(type);
            case "schema_migrations" -> "(version %1$s, dirty %1$s)".formatted(type);
            case "goose_db_version" ->
                "(id int, version_id %s, is_applied bool, tstamp timestamp)"
                        .formatted(type.equals("text") ? "int8" : type);
            case "_sqlx_migrations" ->
                "(version bigint, description text, installed_on timestamptz, success %s)".formatted(type);
            case "kysely_migration_lock" -> "(id int, is_locked %s)".formatted(type);
            case "yoyo_lock" -> "(locked int, ctime timestamp, pid %s)".formatted(type);
            case "\"__EFMigrationsLock\"" -> "(\"Id\" int, \"Timestamp\" %s)".formatted(type);
            default -> "(id int, v %s)".formatted(type);
        };
    }

    private static String filled(String table) {
        return "INSERT INTO mal." + table
                + switch (table) {
                    case "flyway_schema_history" -> ROW;
                    case "databasechangeloglock" -> " VALUES (1, '1', now(), 'x')";
                    case "_prisma_migrations" -> " VALUES (1, '1', '1', now(), now(), NULL)";
                    case "schema_migrations" -> " VALUES ('1', '1')";
                    case "goose_db_version" -> " VALUES (1, '1', true, now())";
                    case "_sqlx_migrations" -> " VALUES (1, 'x', now(), '1')";
                    case "yoyo_lock" -> " VALUES (1, now(), '1')";
                    default -> " VALUES (1, '1')";
                };
    }
}
