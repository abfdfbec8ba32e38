package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code restore}, on a server where clean has only renamed a type since another session is connected. */
class RestoreTest {

    private TestDatabase database;
    private Connection other;
    private CommandRun commandLine;

    @BeforeEach
    void quarantine() {
        database = PostgresServer.of("14.22").createDatabase();
        other = database.connect();
        commandLine = CommandRun.on(database);
        database.execute("CREATE TYPE accounts_user AS ENUM ('a')", "COMMENT ON TYPE accounts_user IS 'mine'");
        assertThat(commandLine.run("--type", "accounts_user").exitCode()).isZero();
        assertThat(nameNow()).startsWith("stale_").endsWith("_accounts_user");
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        other.close();
        database.close();
    }

    @Test
    void gives_a_renamed_type_its_name_and_comment_back() {
        Outcome outcome = commandLine.run("restore");

        assertThat(outcome.lines())
                .containsExactly(
                        "Giving the type 'accounts_user' its name back...",
                        "✅ The type 'accounts_user' has its name back",
                        "✅ Restored 1");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(nameNow()).isEqualTo("accounts_user");
        assertThat(database.queryText("SELECT obj_description('accounts_user'::regtype)"))
                .isEqualTo("mine");

        Outcome again = commandLine.run("restore");
        assertThat(again.lines()).containsExactly("Nothing is quarantined.");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void as_a_dry_run_says_what_it_would_do_and_does_not() {
        String name = nameNow();

        Outcome outcome = commandLine.run("restore", "--dry-run");

        assertThat(outcome.out())
                .startsWith("Planned: UNUSED_TYPE public.accounts_user (enum, ")
                .contains("It would get its name back.", name)
                .doesNotContain("✅", "undo");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(nameNow()).isEqualTo(name);

        Outcome json = commandLine.run("restore", "--dry-run", "--format", "json");
        assertThat(json.json().finding()).containsEntry("outcome", "planned").containsEntry("undo", null);
    }

    @Test
    void leaves_the_type_if_its_name_is_taken_by_now() {
        database.execute("CREATE TABLE accounts_user ()");
        String name = nameNow();

        Outcome outcome = commandLine.run("restore");

        assertThat(outcome.out()).contains("Left as it is, because the name is taken: ", "⚠️  1 finding remains.");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(nameNow()).isEqualTo(name);
    }

    private String nameNow() {
        return String.valueOf(
                database.queryText("SELECT typname FROM pg_type WHERE typname ~ 'accounts_user$' AND typtype = 'e'"));
    }
}
