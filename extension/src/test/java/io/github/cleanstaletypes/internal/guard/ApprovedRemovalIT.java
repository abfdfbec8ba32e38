package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardHere.Starter;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a command's error claims is removed on approval only: it is set aside while the command runs once more, and dropped if its name
 * was taken again. An error names no schema, so nothing may be lost that merely has the same name.
 */
class ApprovedRemovalIT {

    private static final String RUN = "echo attempt; psql -Xq -v ON_ERROR_STOP=1 -f migration.sql";

    /** Says once that the type is in the way, as a command would whose first failure has passed by itself. */
    private static final String ONCE =
            "[ -e said ] || { touch said; echo 'ERROR:  42710: type \"mood\" already exists' >&2; exit 3; }; ";

    private static final String OLD_MOOD =
            "SELECT oid FROM pg_type WHERE typname = 'mood' AND typnamespace = 'public'::regnamespace";

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void a_type_of_another_schema_than_the_one_in_the_way_stays_and_both_are_told(PostgresServer server)
            throws IOException {
        try (TestDatabase database = withMood(server)) {
            database.execute(
                    "CREATE SCHEMA app",
                    "CREATE TYPE app.mood AS ENUM ('sad', 'ok')",
                    "CREATE TABLE app.person (id int, m app.mood)");
            String old = database.queryText(OLD_MOOD);
            for (String migration : new String[] {
                "CREATE TYPE app.mood AS ENUM ('sad', 'ok');",
                "SET search_path = app; CREATE TYPE mood AS ENUM ('sad', 'ok');"
            }) {
                Ended ended = migrated(database, migration);
                assertThat(ended.status()).isNotZero();
                assertThat(ended.out()).isEqualTo("attempt\n");
                assertThat(ended.err())
                        .contains("TYPE_EXISTS mood (SQLSTATE 42710)")
                        .contains(
                                "What to do: The error does not tell the schema, so it cannot be known which one is in the way")
                        .contains("enum app.mood, which is used (check --type 'app.mood' --strict)")
                        .contains(
                                "enum public.mood, which nothing uses (if it is in the way: clean --type 'public.mood')");
                assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);
            }
        }
    }

    @EachServer(sample = 1)
    void the_schema_that_the_statement_names_decides(PostgresServer server) throws IOException {
        try (TestDatabase database = withMood(server)) {
            database.execute("CREATE SCHEMA tenant", "CREATE TYPE tenant.mood AS ENUM ('old')");
            String old = database.queryText(OLD_MOOD);
            Files.writeString(directory.resolve("migration.sql"), "CREATE TYPE tenant.mood AS ENUM ('new');");
            Ended ended = Starter.in(directory, database).sh(RUN + " -b");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).isEqualTo("attempt\nattempt\n");
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'tenant.mood'::regtype"))
                    .containsExactly("new");
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);
        }
    }

    /** Then no other session has it, and no removal would help. */
    @EachServer(sample = 1)
    void what_a_migration_makes_twice_itself_costs_no_other_type_its_name(PostgresServer server) throws IOException {
        try (TestDatabase database = withMood(server)) {
            String old = database.queryText(OLD_MOOD);
            Ended ended = migrated(
                    database,
                    "BEGIN; CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a'); CREATE TYPE app.mood AS ENUM ('a'); COMMIT;");
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\nattempt\n");
            assertThat(ended.err())
                    .containsSubsequence(
                            "public.mood is set aside",
                            "the same name again, although public.mood is out of the way",
                            "'mood' has its name back");
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);
        }
    }

    @EachServer(sample = 1)
    void several_leftovers_go_one_after_the_other_and_what_happens_is_told_in_its_order(PostgresServer server)
            throws IOException {
        String leftovers =
                "CREATE TYPE mood AS ENUM (); CREATE DOMAIN positive AS int; CREATE TYPE period AS RANGE (subtype = date);"
                        + " CREATE TYPE address AS (street text);";
        try (TestDatabase database = server.createDatabase()) {
            database.execute(leftovers.split(";"));
            Ended ended = migrated(database, "BEGIN; " + leftovers + " CREATE TABLE done (m mood, a address); COMMIT;");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).isEqualTo("attempt\n".repeat(5));
            assertThat(ended.err())
                    .doesNotContain("Probed")
                    .containsSubsequence(
                            "ERROR:  type \"mood\" already exists",
                            "setting it aside and trying again",
                            "public.mood is set aside until the command has run again. It is renamed to \"stale_",
                            "CREATE TYPE public.mood AS ENUM",
                            "what the command had committed before it failed stays",
                            "ERROR:  type \"positive\" already exists",
                            "public.positive is set aside",
                            "ERROR:  type \"period\" already exists",
                            "public.period is set aside",
                            "ERROR:  type \"address\" already exists",
                            "public.address is set aside",
                            "Successfully removed stale 'mood' type",
                            "Successfully removed stale 'positive' type",
                            "Successfully removed stale 'period' type",
                            "Successfully removed stale 'address' type");
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typname LIKE '%stale%'"))
                    .isEmpty();
        }
    }

    @EachServer(sample = 1)
    void what_was_not_in_the_way_gets_its_name_back_after_a_success_and_after_a_failure_that_misses_it(
            PostgresServer server) throws IOException {
        try (TestDatabase database = withMood(server)) {
            String old = database.queryText(OLD_MOOD);
            Ended success = Starter.in(directory, database).sh(ONCE + "exit 0");
            assertThat(success.status()).as(success.err()).isZero();
            assertThat(success.err()).contains("public.mood is set aside").contains("'mood' has its name back");
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);

            Files.delete(directory.resolve("said"));
            Ended missing = Starter.in(directory, database)
                    .sh(ONCE + "psql -Xq -v ON_ERROR_STOP=1 -c 'CREATE TABLE people (feels mood)'");
            assertThat(missing.status()).isNotZero();
            assertThat(missing.err()).contains("type \"mood\" does not exist").contains("'mood' has its name back");
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);

            Files.delete(directory.resolve("said"));
            Ended race = Starter.in(directory, database)
                    .sh("echo attempt; " + ONCE + "echo 'ERROR:  40P01: deadlock detected' >&2; exit 4");
            assertThat(race.status()).isEqualTo(4);
            assertThat(race.out())
                    .as("no third attempt while an application may miss it")
                    .isEqualTo("attempt\nattempt\n");
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);
        }
    }

    @EachServer(sample = 1)
    void if_the_command_takes_the_name_and_fails_elsewhere_the_type_stays_renamed_and_that_is_told(
            PostgresServer server) throws IOException {
        try (TestDatabase database = withMood(server)) {
            Ended ended = migrated(database, "CREATE TYPE mood AS ENUM ('new'); SELECT 1/0;");
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\nattempt\n");
            assertThat(ended.err())
                    .contains("Its name is taken by now, and the command failed, so it stays renamed")
                    .doesNotContain("Successfully removed");
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum")).containsExactlyInAnyOrder("old", "new");
            database.execute("DROP TYPE mood");
            Cleaner.in(database.dataSource()).restore();
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype"))
                    .containsExactly("old");
        }
    }

    @EachServer(sample = 1)
    void a_signal_that_ends_the_second_run_gives_the_name_back(PostgresServer server) {
        try (TestDatabase database = withMood(server);
                GuardProcess guard = secondRun(database)) {
            String aside = database.queryText("SELECT oid FROM pg_type WHERE typname LIKE 'stale_%'");
            guard.signal("TERM");
            assertThat(guard.ended().status()).isEqualTo(128 + 15);
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(aside);
        }
    }

    @EachServer(sample = 1)
    void after_a_guard_that_was_killed_at_any_moment_the_next_puts_it_right(PostgresServer server) {
        try (TestDatabase database = withMood(server)) {
            String old = database.queryText(OLD_MOOD);
            GuardProcess.Starter starter = GuardProcess.Starter.in(directory, database);
            // between the renaming and the second run
            try (GuardProcess guard = starter.guard("--", "sh", "-c", ONCE + "exec sleep 60")) {
                Wait.until(
                        "the type is renamed",
                        () -> database.queryTexts(OLD_MOOD).isEmpty());
                guard.kill();
            }
            Cleaner.in(database.dataSource()).restore();
            assertThat(database.queryText(OLD_MOOD)).isEqualTo(old);

            try (GuardProcess guard = secondRun(database)) {
                guard.kill();
            }
            Ended next = Starter.in(directory, database).sh("psql -XAtc \"SELECT 'mood'::regtype::oid\"");
            assertThat(next.out()).as(next.err()).isEqualTo(old + "\n");

            // before the drop
            try (GuardProcess guard = starter.guard(
                    "--",
                    "sh",
                    "-c",
                    "psql -Xq -v ON_ERROR_STOP=1 -c \"CREATE TYPE mood AS ENUM ('new')\" && echo made && exec sleep 60")) {
                guard.printing("made");
                guard.kill();
            }
            database.awaitNobodyConnected();
            assertThat(Cleaner.in(database.dataSource()).clean().cleaned()).isOne();
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum")).containsExactly("new");
        }
    }

    @EachServer(sample = 1)
    void what_the_attempt_before_has_left_connected_is_told_from_a_former_guard_s(PostgresServer server) {
        try (TestDatabase database = withMood(server)) {
            Ended ended = Starter.in(directory, database).sh("""
                    [ -e left ] || {
                      touch left
                      psql -Xqc 'SELECT pg_sleep(60)' >/dev/null 2>&1 &
                      until psql -XAtc "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'" | grep -qx 1
                      do :; done
                    }
                    psql -Xq -v ON_ERROR_STOP=1 -c 'CREATE TYPE mood AS ENUM ()'
                    """);
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.err())
                    .containsOnlyOnce("this guard's command of the attempt before is still connected; ended session ")
                    .doesNotContain("former guard");
        }
    }

    /** A guard whose command runs for the second time, with the type set aside. */
    private GuardProcess secondRun(TestDatabase database) {
        try {
            Files.deleteIfExists(directory.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return GuardProcess.Starter.in(directory, database)
                .guard("--", "sh", "-c", ONCE + "echo again; exec sleep 60")
                .printing("again");
    }

    private Ended migrated(TestDatabase database, String migration) throws IOException {
        Files.writeString(directory.resolve("migration.sql"), migration);
        return Starter.in(directory, database).sh(RUN);
    }

    private static TestDatabase withMood(PostgresServer server) {
        TestDatabase database = server.createDatabase();
        database.execute("CREATE TYPE mood AS ENUM ('old')");
        return database;
    }
}
