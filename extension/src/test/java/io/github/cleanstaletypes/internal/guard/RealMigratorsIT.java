package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Starter;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.NpmPackages;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrators that people use, two at once, on an empty database and on one with a stale type. */
class RealMigratorsIT {

    private static final String CREATE =
            "CREATE TYPE mood AS ENUM ('new'); CREATE TABLE accounts_user (id int PRIMARY KEY, feels mood);";

    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void psql() throws IOException {
        Files.writeString(directory.resolve("schema.sql"), CREATE.replace("TABLE ", "TABLE IF NOT EXISTS "));
        database.execute("CREATE TYPE mood AS ENUM ('old')");
        Ended ended =
                Starter.in(directory, database).run("--", "psql", "-Xq1", "-v", "ON_ERROR_STOP=1", "-f", "schema.sql");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertMigrated();
    }

    @Test
    void flyway() throws IOException {
        Path migrations = Files.createDirectory(directory.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__accounts.sql"), CREATE);
        database.execute("CREATE SCHEMA app", "CREATE TYPE app.mood AS ENUM ('old')");
        String url = database.jdbcUrl() + "&currentSchema=app";
        twoAtOnce(
                Starter.in(directory, database)
                        // the error says "mood", which the guard must look for where the migrator creates it
                        .with("PGOPTIONS", "-c search_path=app")
                        .with("CLASSPATH", System.getProperty("java.class.path")),
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                FlywayMigrator.class.getName(),
                url,
                migrations.toString());
        assertThat(database.queryTexts("SELECT success FROM app.flyway_schema_history WHERE version = '1'"))
                .containsExactly("t");
        assertThat(database.queryText("SELECT to_regclass('app.accounts_user')"))
                .isEqualTo("app.accounts_user");
    }

    /** Fetches it from npm, where that answers. */
    @Test
    @Tag("slow")
    void knex() throws Exception {
        installKnex();
        Path migrations = Files.createDirectory(directory.resolve("migrations"));
        Files.writeString(
                migrations.resolve("001_accounts.js"),
                "exports.up = knex => knex.raw(`%s`);%nexports.down = () => {};%n".formatted(CREATE));
        writeKnexFile();
        database.execute("CREATE TYPE mood AS ENUM ('old')");
        twoAtOnce(Starter.in(directory, database), "node_modules/.bin/knex", "migrate:latest");
        assertThat(database.queryTexts("SELECT name FROM knex_migrations")).containsExactly("001_accounts.js");
        assertMigrated();
    }

    /** It kills itself as long as a file is there, and its own guard frees what it has left behind. Where each migration is a transaction, Knex takes its lock in one with them. */
    @Test
    @Tag("slow")
    void a_killed_knex_leaves_its_lock_row_which_its_guard_frees_so_that_the_next_one_goes_on() throws Exception {
        installKnex();
        Path migrations = Files.createDirectory(directory.resolve("migrations"));
        Path kill = Files.createFile(directory.resolve("kill"));
        String migration =
                "exports.up = knex => require('fs').existsSync('kill') ? process.kill(process.pid, 'SIGKILL')"
                        + " : knex.raw('CREATE TABLE %s (id int)');%nexports.down = () => {};%nexports.config = { transaction: false };%n";
        Files.writeString(migrations.resolve("001_one.js"), migration.formatted("one"));
        writeKnexFile();
        Starter starter = Starter.in(directory, database);
        String[] knex = {"--", "node_modules/.bin/knex", "migrate:latest"};
        String[] freeing = {"--free-locks", "--", "node_modules/.bin/knex", "migrate:latest"};

        Ended killed = starter.run(freeing);
        assertThat(killed.status()).isEqualTo(137);
        assertThat(killed.err()).contains("Freed the lock in knex_migrations_lock");
        assertThat(knexIsLocked()).isEqualTo("0");
        if (LongForm.isOn()) {
            assertThat(starter.run(knex).status()).isEqualTo(137);
            assertThat(knexIsLocked()).isEqualTo("1");
            Files.delete(kill);
            Ended stopped = starter.run(knex);
            assertThat(stopped.status()).isEqualTo(1);
            assertThat(stopped.err())
                    .contains("UNFINISHED_MIGRATION public.knex_migrations_lock", "What to do", "knex migrate:unlock");
        } else {
            Files.delete(kill);
            assertThat(starter.run(knex).status()).isZero();
            assertThat(database.queryText("SELECT to_regclass('one')")).isEqualTo("one");
        }
    }

    private void installKnex() throws IOException {
        Optional<Path> modules = NpmPackages.knex();
        assumeTrue(modules.isPresent(), "npm does not answer");
        Files.createSymbolicLink(directory.resolve("node_modules"), modules.orElseThrow());
    }

    private void writeKnexFile() throws IOException {
        Files.writeString(
                directory.resolve("knexfile.js"),
                "module.exports = { client: 'pg', connection: { host: process.env.PGHOST, port: process.env.PGPORT,"
                        + " user: process.env.PGUSER, database: process.env.PGDATABASE } };");
    }

    private String knexIsLocked() {
        return database.queryText("SELECT is_locked FROM knex_migrations_lock");
    }

    private void twoAtOnce(Starter starter, String... migrator) {
        List<String> words = new ArrayList<>(List.of("--"));
        words.addAll(List.of(migrator));
        try (GuardProcess one = starter.guard(words.toArray(String[]::new));
                GuardProcess other = starter.guard(words.toArray(String[]::new))) {
            assertThat(one.ended().status()).as(one.err()).isZero();
            assertThat(other.ended().status()).as(other.err()).isZero();
            assertThat(one.err() + other.err())
                    .contains("nothing uses what its error names")
                    .contains("trying again");
        }
    }

    private void assertMigrated() {
        assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype"))
                .containsExactly("new");
        assertThat(database.queryText("SELECT to_regclass('accounts_user')")).isEqualTo("accounts_user");
    }
}
