package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The lines that people grep for, to the letter. */
class TextContractTest {

    private static final String[] HEALTHY = {
        "Cleaning up stale database types...",
        "Checking for stale PostgreSQL types...",
        "✅ No stale types found. Database is clean.",
        "✅ Database cleanup completed successfully"
    };

    @EachServer
    void a_clean_database(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Outcome outcome = CommandRun.on(database).run("--type", "accounts_user");

            assertThat(outcome.lines()).containsExactly(HEALTHY);
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        }
    }

    @EachServer
    void a_stale_type_that_is_removed_and_is_gone_at_the_second_run(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");
            database.awaitNobodyConnected();
            CommandRun commandLine = CommandRun.on(database).with("STALE_TYPES", "accounts_user");

            Outcome outcome = commandLine.run();

            assertThat(outcome.lines())
                    .containsExactly(
                            "Cleaning up stale database types...",
                            "Checking for stale PostgreSQL types...",
                            "Found stale 'accounts_user' type. Attempting cleanup...",
                            "Table 'accounts_user' does not exist. Dropping stale type...",
                            "✅ Successfully removed stale 'accounts_user' type",
                            "✅ Database cleanup completed successfully");
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typname LIKE '%accounts_user%'"))
                    .isEmpty();

            Outcome second = commandLine.run();
            assertThat(second.lines()).containsExactly(HEALTHY);
            assertThat(second.exitCode()).isZero();
        }
    }

    @EachServer(sample = 1)
    void a_name_that_is_tried_is_told_when_that_happens_so_after_the_removal_of_what_had_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");
            database.awaitNobodyConnected();
            assertThat(CommandRun.on(database)
                            .run("--type", "accounts_user", "--type", "free", "--probe")
                            .lines())
                    .containsExactly(
                            "Cleaning up stale database types...",
                            "Checking for stale PostgreSQL types...",
                            "Probed public.free: free",
                            "Found stale 'accounts_user' type. Attempting cleanup...",
                            "Table 'accounts_user' does not exist. Dropping stale type...",
                            "✅ Successfully removed stale 'accounts_user' type",
                            "Probed public.accounts_user: free",
                            "✅ Database cleanup completed successfully");
        }
    }

    @EachServer("14.22")
    void a_stale_type_that_is_only_renamed_while_another_session_may_use_it(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");
            CommandRun commandLine = CommandRun.on(database).with("STALE_TYPES", "accounts_user");
            try (Connection other = database.connect()) {
                Outcome outcome = commandLine.run();

                assertThat(other.isValid(0)).isTrue();
                assertThat(outcome.out())
                        .contains(
                                "✅ Successfully removed stale 'accounts_user' type\n   It is renamed, not dropped, ",
                                "\n✅ Database cleanup completed successfully\n");
                assertThat(outcome.exitCode()).isZero();
                assertThat(commandLine.run().lines()).containsExactly(HEALTHY);
            }
            database.awaitNobodyConnected();
            assertThat(commandLine.run().exitCode()).isZero();
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typname LIKE '%accounts_user%'"))
                    .isEmpty();
        }
    }

    @EachServer
    void a_healthy_database_whose_claimed_names_are_a_table_and_a_type_in_use(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "CREATE TABLE accounts_user (m mood)",
                    "INSERT INTO accounts_user VALUES ('ok')");
            CommandRun commandLine = CommandRun.on(database).with("STALE_TYPES", "accounts_user,mood");

            for (int run = 0; run < 2; run++) {
                Outcome outcome = commandLine.run();
                assertThat(outcome.lines()).containsExactly(HEALTHY);
                assertThat(outcome.err()).isEmpty();
                assertThat(outcome.exitCode()).isZero();
            }
            assertThat(commandLine.run("-q").everything()).isEmpty();
            assertThat(commandLine.run("check").exitCode()).isZero();
            assertThat(commandLine.run("-v").out())
                    .contains("Note: TYPE_IN_USE public.mood (enum, oid ", "column m of table public.accounts_user");

            Outcome strict = commandLine.run("--strict");
            assertThat(strict.out())
                    .contains(
                            "⚠️  TYPE_IN_USE public.mood",
                            "⚠️  LEFTOVER_RELATION public.accounts_user",
                            "⚠️  2 findings remain.\n")
                    .doesNotContain("✅");
            assertThat(strict.exitCode()).isEqualTo(1);
            assertThat(database.queryText("SELECT m FROM accounts_user")).isEqualTo("ok");
        }
    }

    @Test
    void a_database_that_is_not_ready() {
        Outcome outcome =
                CommandRun.withoutDatabase().run("--database-url", "postgresql://app@localhost:1/app", "--wait", "0");

        assertThat(outcome.lines())
                .containsExactly(
                        "Cleaning up stale database types...",
                        "⚠️  Warning: Could not connect to database: connection refused",
                        "Database may not be ready yet. This is normal during startup.");
        assertThat(outcome.err())
                .isEqualTo(
                        "clean-stale-types: Could not connect to app@localhost:1/app (from --database-url): connection refused\n");
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void a_check_that_finds_something_tells_what_it_is_and_what_to_do_and_changes_nothing() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')", "CREATE TYPE other AS ENUM ('a')");
            String oid = database.queryText("SELECT 'accounts_user'::regtype::oid");

            Outcome outcome = CommandRun.on(database).run("check", "--type", "accounts_user");

            assertThat(outcome.lines())
                    .startsWith(
                            "Checking for stale PostgreSQL types...",
                            "⚠️  UNUSED_TYPE public.accounts_user (enum, oid " + oid + ", claimed by hand)")
                    .endsWith("⚠️  1 finding remains.");
            assertThat(outcome.out())
                    .contains("42710", "DROP TYPE public.accounts_user RESTRICT;")
                    .containsPattern("\nNot looked at: [3-9] things \\(-v tells them\\)\\.\n")
                    .doesNotContain("Cleaning", "clean.");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(CommandRun.on(database)
                            .run("check", "-q", "--type", "accounts_user")
                            .lines())
                    .first()
                    .asString()
                    .startsWith("⚠️  UNUSED_TYPE");
            assertThat(database.queryText("SELECT 'accounts_user'::regtype::oid"))
                    .isEqualTo(oid);
        }
    }

    @Test
    void a_clean_to_which_nothing_is_claimed_says_what_it_did_not_judge() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");

            Outcome outcome = CommandRun.on(database).run();

            assertThat(outcome.lines())
                    .contains("No name is claimed, so 1 standalone type was not judged: accounts_user")
                    .noneMatch(line -> line.contains("Database is clean"));
            assertThat(outcome.out())
                    .containsPattern("\nNot looked at: [3-9] things \\(-v tells them\\)\\.\n")
                    .doesNotContain("of other names");
            assertThat(outcome.exitCode()).isZero();
            assertThat(database.queryText("SELECT 'accounts_user'::regtype")).isEqualTo("accounts_user");
        }
    }

    @Test
    void a_dry_run_prints_the_plan_with_its_undo_and_changes_nothing() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a', 'b')");

            Outcome outcome = CommandRun.on(database).run("clean", "--type", "accounts_user", "--dry-run");

            assertThat(outcome.out())
                    .contains(
                            "\nPlanned: UNUSED_TYPE public.accounts_user (enum, ",
                            "It would be removed.",
                            "   undo: BEGIN;\n         SET LOCAL ",
                            "\n         CREATE TYPE public.accounts_user AS ENUM ('a', 'b');\n         ALTER TYPE ")
                    .doesNotContain("Found stale", "✅");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(database.queryText("SELECT 'accounts_user'::regtype")).isEqualTo("accounts_user");
        }
    }

    @Test
    void quiet_prints_what_needs_attention_only_and_verbose_where_it_is_connected_to() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TYPE accounts_user AS ENUM ('a')",
                    "CREATE TYPE used AS ENUM ()",
                    "CREATE TABLE t (u used)");
            CommandRun commandLine = CommandRun.on(database);

            Outcome verbose = commandLine.run("-v", "check", "--type", "used");
            assertThat(verbose.out())
                    .contains("\nNot looked at: 1 standalone type of other names: not claimed, ")
                    .contains("; other databases of this server; ", "; catalogs other than pg_type and pg_class.\n");
            assertThat(verbose.err())
                    .isEqualTo("Connected to postgres@localhost:"
                            + database.server().port() + "/" + database.name() + " (from DATABASE_URL)\n");

            Outcome refused = commandLine.run("-q", "--type", "accounts_user,used", "--strict");
            assertThat(refused.lines()).first().asString().startsWith("⚠️  TYPE_IN_USE public.used");
            assertThat(refused.lines()).last().isEqualTo("⚠️  1 finding remains.");
            assertThat(refused.err()).isEmpty();
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(commandLine.run("-q", "--type", "accounts_user,used").everything())
                    .isEmpty();
        }
    }

    @Test
    void a_wait_for_a_database_that_answers() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            Outcome outcome = CommandRun.on(database).run("wait");

            assertThat(outcome.lines()).containsExactly("✅ Database answers queries");
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        }
    }
}
