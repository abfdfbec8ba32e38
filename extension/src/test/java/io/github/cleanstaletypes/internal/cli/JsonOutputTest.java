package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON object of each exit and each outcome; {@link JsonContract} checks its shape each time. */
class JsonOutputTest {

    @EachServer
    void of_a_dropped_type_is_the_example_of_the_contract(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a', 'b')");
            Long oid = Long.valueOf(String.valueOf(database.queryText("SELECT 'accounts_user'::regtype::oid")));
            database.awaitNobodyConnected();

            Outcome outcome = CommandRun.on(database).run("--type", "accounts_user", "--format", "json");

            JsonContract json = outcome.json();
            assertThat(json.text("command")).isEqualTo("clean");
            assertThat(json.text("server_version")).isEqualTo(server.version());
            assertThat(json.finding())
                    .containsEntry("code", "UNUSED_TYPE")
                    .containsEntry("database", database.name())
                    .containsEntry("schema", "public")
                    .containsEntry("name", "accounts_user")
                    .containsEntry("oid", oid)
                    .containsEntry("kind", "enum")
                    .containsEntry("claimed_by", "hand")
                    .containsEntry("raises", "42710")
                    .containsEntry("outcome", "dropped");
            assertThat(json.finding().get("undo"))
                    .asString()
                    .contains("\nCREATE TYPE public.accounts_user AS ENUM ('a', 'b');\n");
            assertThat(json.summary()).isEqualTo(Map.of("found", 1L, "cleaned", 1L, "remaining", 0L, "unjudged", 0L));
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.err()).isEmpty();

            database.execute(String.valueOf(json.finding().get("undo")));
            assertThat(database.queryText("SELECT enum_range(NULL::accounts_user)"))
                    .isEqualTo("{a,b}");
        }
    }

    @Test
    void of_a_healthy_database_finds_nothing_or_notes_what_is_used() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')", "CREATE TABLE accounts_user (m mood)");

            assertThat(json(database, "--type", "accounts_user").findings()).isEmpty();
            JsonContract noted = json(database, "--type", "accounts_user,mood");
            assertThat(noted.finding()).containsEntry("outcome", "noted").containsEntry("undo", null);
            assertThat(noted.summary())
                    .containsAllEntriesOf(Map.of("found", 0L, "cleaned", 0L, "remaining", 0L))
                    .containsEntry("unjudged", null);
            assertThat(noted.value("exit_code")).isEqualTo(0L);
        }
    }

    @Test
    void says_how_much_was_looked_at_and_that_a_quick_look_sees_no_damage() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE unused AS ENUM ('a')");

            JsonContract quick = json(database, "clean", "--type", "accounts_user");
            assertThat(quick.value("look")).isEqualTo("quick");
            assertThat(String.valueOf(quick.value("not_looked_at"))).contains("no damage, no rows that cannot be seen");
            JsonContract full = json(database, "check", "--type", "accounts_user");
            assertThat(full.value("look")).isEqualTo("full");
            assertThat(full.summary()).containsEntry("unjudged", 1L);
            assertThat(json(database, "clean", "--type", "unused").value("look"))
                    .as("before something is removed")
                    .isEqualTo("full");
        }
    }

    @Test
    void of_findings_that_remain_exits_with_1_and_says_what_became_of_each() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TYPE unused AS ENUM ('a')",
                    "CREATE TYPE used AS ENUM ('a')",
                    "CREATE TABLE t (u used)",
                    "CREATE TABLE taken ()");

            assertThat(json(database, "check", "--type", "unused").finding()).containsEntry("outcome", "reported");
            assertThat(json(database, "clean", "--type", "unused", "--dry-run").finding())
                    .containsEntry("outcome", "planned");

            JsonContract strict = json(database, "clean", "--type", "unused,used,taken", "--strict");
            assertThat(strict.finding("unused")).containsEntry("outcome", "dropped");
            assertThat(strict.finding("used"))
                    .containsEntry("outcome", "refused")
                    .containsEntry("code", "TYPE_IN_USE");
            assertThat(strict.finding("taken"))
                    .containsEntry("outcome", "reported")
                    .containsEntry("raises", "42P07");
            assertThat(strict.summary()).isEqualTo(Map.of("found", 3L, "cleaned", 1L, "remaining", 2L, "unjudged", 0L));
            assertThat(strict.value("exit_code")).isEqualTo(1L);
        }
    }

    @Test
    void of_wrong_settings_exits_with_2_and_says_why() {
        Outcome outcome = CommandRun.withoutDatabase().run("check", "--format", "json");

        assertThat(outcome.json().error()).startsWith("no database given; ");
        assertThat(outcome.json().value("server_version")).isNull();
        assertThat(outcome.json().findings()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void of_an_unreachable_database_exits_with_3_and_tells_the_wait_on_stderr() {
        CommandRun commandLine = CommandRun.withoutDatabase().with("DATABASE_URL", "postgresql://app@localhost:1/app");

        for (String command : new String[] {"check", "clean", "wait", "restore"}) {
            Outcome outcome = commandLine.run(command, "--format", "json", "--wait", "0");
            assertThat(outcome.json().text("command")).isEqualTo(command);
            assertThat(outcome.json().error()).contains("app@localhost:1/app", "connection refused");
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
        Outcome waited = commandLine.run("--format", "json", "--wait", "2s");
        assertThat(waited.json().value("exit_code")).isEqualTo(3L);
        assertThat(waited.errorLines())
                .containsExactly(
                        "⚠️  Warning: Could not connect to database: connection refused",
                        "Database may not be ready yet. This is normal during startup.",
                        "Waiting up to 2 s for the database...");
        assertThat(commandLine.run("--format", "json", "--wait", "300ms", "-q").err())
                .isEmpty();
    }

    @Test
    void of_wait_and_restore_has_the_same_shape() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            assertThat(json(database, "wait").text("command")).isEqualTo("wait");
            assertThat(json(database, "restore").text("command")).isEqualTo("restore");
        }
    }

    @EachServer("14.22")
    void of_a_quarantined_and_a_restored_type(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('a')");

            JsonContract quarantined = json(database, "--type", "accounts_user");
            assertThat(quarantined.finding())
                    .containsEntry("outcome", "quarantined")
                    .containsEntry("name", "accounts_user");
            assertThat(quarantined.summary())
                    .isEqualTo(Map.of("found", 1L, "cleaned", 1L, "remaining", 0L, "unjudged", 0L));

            JsonContract planned = json(database, "restore", "--dry-run");
            assertThat(planned.finding()).containsEntry("outcome", "planned").containsEntry("name", "accounts_user");

            JsonContract restored = json(database, "restore");
            assertThat(restored.finding()).containsEntry("outcome", "restored").containsEntry("name", "accounts_user");
            assertThat(database.queryText("SELECT 'accounts_user'::regtype")).isEqualTo("accounts_user");
            assertThat(other.isValid(0)).isTrue();
        }
    }

    @Test
    void of_a_prepared_transaction_that_is_rolled_back() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "BEGIN; CREATE TABLE accounts_user (); PREPARE TRANSACTION '" + database.name() + " it''s'");

            JsonContract left = json(database, "clean");
            assertThat(left.finding())
                    .containsEntry("code", "PREPARED_CREATION")
                    .containsEntry("outcome", "reported")
                    .containsEntry("name", database.name() + " it's")
                    .containsEntry("oid", null);
            assertThat(json(database, "clean", "--rollback-prepared", "another").value("exit_code"))
                    .isEqualTo(1L);

            JsonContract rolledBack = json(
                    database,
                    "--rollback-prepared",
                    "another",
                    "clean",
                    "--rollback-prepared",
                    database.name() + " it's");
            assertThat(rolledBack.finding()).containsEntry("outcome", "rolled_back");
            assertThat(rolledBack.value("exit_code")).isEqualTo(0L);
            assertThat(json(database, "check").findings()).isEmpty();
        }
    }

    private static JsonContract json(TestDatabase database, String... arguments) {
        Outcome outcome =
                CommandRun.on(database).with("CLEAN_STALE_TYPES_FORMAT", "json").run(arguments);
        assertThat(outcome.err()).isEmpty();
        return outcome.json();
    }
}
