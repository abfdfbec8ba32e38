package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names that somebody chose to harm whoever prints or parses them. */
class HarmlessOutputTest {

    private static final String DONE = "✅ Database cleanup completed successfully";
    private static final List<String> NAMES = List.of(
            "red\u001b[31m\u0007",
            "line\n" + DONE,
            "line\r\n::error::forged",
            "line\u2028" + DONE,
            "\u202egnp.exe",
            "zero\u200bwidth\ufeff",
            "c1\u009b31m\u007f",
            "<script>alert('x')</script>",
            "it's",
            "quo\"ted\"\"",
            "a,b",
            "a.b",
            "tab\tand blank ",
            "#hash",
            "%s%n${x}\\u0041\\",
            "größe 😀",
            "select",
            "x".repeat(63),
            "é".repeat(31) + "y");

    @Test
    void are_neutralised_as_text_and_true_as_json_and_removed_as_any_other() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            NAMES.forEach(name -> database.execute("CREATE TYPE " + quoted(name) + " AS ENUM ('a')"));
            String claims = NAMES.stream().map(HarmlessOutputTest::quoted).collect(Collectors.joining(","));
            CommandRun commandLine = CommandRun.on(database).with("STALE_TYPES", claims);

            Outcome check = commandLine.run("check");
            assertHarmless(check);
            assertThat(check.lines()).last().isEqualTo("⚠️  " + NAMES.size() + " findings remain.");
            assertHarmless(commandLine.run("--dry-run"));

            assertThat(commandLine.run("check", "--format", "json").json().findings())
                    .extracting(finding -> finding.get("name"))
                    .containsExactlyInAnyOrderElementsOf(NAMES);

            Outcome clean = commandLine.run();
            assertHarmless(clean);
            assertThat(clean.lines())
                    .containsAll(NAMES.stream()
                            .map(name -> "✅ Successfully removed stale '" + Harmless.line(name) + "' type")
                            .toList());
            assertThat(clean.lines()).filteredOn(DONE::equals).hasSize(1);
            assertThat(clean.exitCode()).isZero();
            assertThat(commandLine.run("check").exitCode()).isZero();
        }
    }

    @Test
    void of_more_than_63_bytes_mean_what_the_server_makes_of_them() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            String written = "é".repeat(40);
            database.execute("CREATE TYPE " + written + " AS ENUM ('a')");

            Outcome outcome = CommandRun.on(database).run("--type", written, "--format", "json");

            assertThat(outcome.json().finding())
                    .containsEntry("name", "é".repeat(31))
                    .containsEntry("outcome", "dropped");
        }
    }

    @Test
    void do_not_forge_a_line_in_the_undo_that_a_dry_run_prints() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TYPE t AS ENUM ('a\n" + DONE + "', 'b\u001b[2J')",
                    "COMMENT ON TYPE t IS 'c\n::warning::forged\u202e'");

            Outcome outcome = CommandRun.on(database).run("--type", "t", "--dry-run");

            assertHarmless(outcome);
            assertThat(outcome.out())
                    .contains(
                            "E'a\\u000a" + DONE + "'",
                            "E'b\\u001b[2J'",
                            "E'c\\u000a::warning::forged\\u{202e}'",
                            "undo: -- Not to be run: some characters are shown as \\u{...} here.");
        }
    }

    @Test
    void of_sessions_and_prepared_transactions_are_neutralised_too() throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection creator = database.connect();
                Statement statement = creator.createStatement()) {
            String gid = database.name() + "\n" + DONE + "\u001b[31m<b>";
            database.execute("BEGIN; CREATE TABLE p (); PREPARE TRANSACTION '" + gid + "'");
            database.execute("CREATE TYPE t AS ENUM ('a')");
            statement.execute("SET application_name = '\u202e<b>'");
            statement.execute("BEGIN; CREATE TABLE c (); /*\u001b[31m\n" + DONE + "\n*/");

            Outcome text = CommandRun.on(database).run("--type", "t", "--creators-wait", "100ms");
            assertHarmless(text);
            assertThat(text.exitCode()).isEqualTo(1);

            List<Map<String, @Nullable Object>> findings = CommandRun.on(database)
                    .run("--type", "t", "--creators-wait", "0", "--format", "json")
                    .json()
                    .findings();
            assertThat(findings).extracting(finding -> finding.get("name")).contains(gid);
            assertThat(findings)
                    .extracting(finding -> String.valueOf(finding.get("evidence")))
                    .anyMatch(evidence -> evidence.contains("/*\u001b[31m\n" + DONE + "\n*/"));
        }
    }

    @Test
    void in_wrong_options_are_neutralised() {
        for (String argument :
                new String[] {"--type=\u001b[31m\u202e-\n" + DONE, "--schema=\u001b[31m\n,", "--wait=\n" + DONE}) {
            Outcome outcome = CommandRun.withoutDatabase().run(argument);

            assertHarmless(outcome);
            assertThat(outcome.exitCode()).isEqualTo(2);
        }
    }

    /** Only line breaks that we wrote, and no line that looks like one of ours but is not. */
    private static void assertHarmless(Outcome outcome) {
        assertThat(outcome.everything().replace("\n", ""))
                .isEqualTo(Harmless.line(outcome.everything().replace("\n", "")));
        assertThat(outcome.everything().lines().map(String::strip))
                .noneMatch(line -> line.startsWith("::"))
                .filteredOn(DONE::equals)
                .hasSizeLessThanOrEqualTo(outcome.exitCode() == 0 ? 1 : 0);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
