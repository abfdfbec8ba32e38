package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cleanstaletypes.internal.guard.GuardHere.Starter;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What follows when the command fails: an explanation, another attempt, or a removal and another attempt. */
class RetryDecisionIT {

    private static final String CREATE_MOOD = "psql -Xq -v ON_ERROR_STOP=1 -c \"CREATE TYPE mood AS ENUM ('new')\"";

    /** The first time two sessions create one table, the second one before the first commits; then there is nothing left to do. */
    private static final String RACE = """
            echo attempt
            [ -e raced ] && exit 0
            touch raced
            psql -Xq -c 'BEGIN; CREATE TABLE raced(); DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_locks WHERE NOT granted)
              LOOP PERFORM pg_sleep(0.02); END LOOP; END $$; COMMIT' &
            until psql -XAtc "SELECT wait_event FROM pg_stat_activity WHERE query LIKE 'BEGIN; CREATE%'" | grep -q PgSleep
            do :; done
            psql -Xq -v ON_ERROR_STOP=1 -c 'CREATE TABLE raced()'
            status=$?
            wait
            exit $status
            """;

    /** Creates something without the guard's settings, as a replica would that is not guarded; the first time only. */
    private static final String MEANWHILE = """
            echo attempt
            [ -e created ] || env -u PGAPPNAME -u PGOPTIONS psql -Xq -v ON_ERROR_STOP=1 -c '%1$s'
            [ -e created ] && exit 0
            touch created
            psql -Xq -v ON_ERROR_STOP=1 -c '%1$s'
            """;

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void an_unused_type_that_the_error_names_is_removed_and_the_command_run_again(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')", "CREATE TYPE unrelated AS ENUM ('old')");
            Ended ended = Starter.in(directory, database)
                    .run("--undo-file", file("undo.sql"), "--", "sh", "-c", "echo attempt; " + CREATE_MOOD);

            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).isEqualTo("attempt\nattempt\n");
            assertThat(ended.err())
                    .contains("nothing uses what its error names (public.mood), setting it aside and trying again");
            assertThat(database.queryTexts("SELECT enumlabel FROM pg_enum WHERE enumtypid = 'mood'::regtype"))
                    .containsExactly("new");
            assertThat(database.queryText("SELECT to_regtype('unrelated')")).isEqualTo("unrelated");
            assertThat(directory.resolve("undo.sql")).content().contains("CREATE TYPE public.mood AS ENUM ('old')");
        }
    }

    @EachServer("18.6")
    void without_healing_the_type_stays_and_the_remedy_is_told(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')");
            Ended ended =
                    Starter.in(directory, database).run("--no-heal", "--", "sh", "-c", "echo attempt; " + CREATE_MOOD);
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(ended.err()).contains("UNUSED_TYPE").contains("public.mood");
            assertThat(database.queryText("SELECT to_regtype('mood')")).isEqualTo("mood");
        }
    }

    @EachServer(sample = 1)
    void a_type_in_use_is_explained_with_who_uses_it_and_left(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('old')", "CREATE TABLE people (feels mood)");
            Ended ended = Starter.in(directory, database)
                    .run(
                            "--report-file",
                            file("report.json"),
                            "--termination-log",
                            file("last-words"),
                            "--",
                            "sh",
                            "-c",
                            "echo attempt; " + CREATE_MOOD);

            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(Files.readAllLines(directory.resolve("last-words")))
                    .startsWith("TYPE_IN_USE mood (SQLSTATE 42710)")
                    .endsWith("The command exited with " + ended.status() + ".");
            assertThat(ended.err()).contains("TYPE_IN_USE").contains("column feels of table public.people");
            assertThat(database.queryText("SELECT to_regtype('mood')")).isEqualTo("mood");
            assertThat(texts("/attempts/0/failure/cause")).containsExactly("TYPE_IN_USE");
            assertThat(texts("/attempts/0/next")).containsExactly("end");
            assertThat(texts("/attempts/0/exit_code")).containsExactly(String.valueOf(ended.status()));
            assertThat(texts("/exit_code")).containsExactly(String.valueOf(ended.status()));
            assertThat(texts("/command")).containsExactly("guard");
            assertThat(texts("/proof")).containsExactly("proved");
        }
    }

    @EachServer(sample = 1)
    void a_race_is_worth_another_attempt(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            Ended ended =
                    Starter.in(directory, database).run("--report-file", file("report.json"), "--", "sh", "-c", RACE);
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).isEqualTo("attempt\nattempt\n");
            assertThat(ended.err()).contains("worth another attempt");
            assertThat(texts("/attempts/0/next")).containsExactly("retry");
            assertThat(texts("/attempts/1/next")).containsExactly("end");
        }
    }

    @EachServer("18.6")
    void nothing_is_tried_again_once_a_signal_has_come(PostgresServer server) {
        try (TestDatabase database = server.createDatabase();
                GuardProcess guard =
                        GuardProcess.Starter.in(directory, database).guard("--", "sh", "-c", """
                        trap 'echo "ERROR:  23505: duplicate key value violates unique constraint \\"pg_type_typname_nsp_index\\"" >&2
                          echo "DETAIL:  Key (typname, typnamespace)=(raced, 2200) already exists." >&2; exit 1' TERM
                        echo attempt
                        while :; do sleep 0.05; done
                        """)) {
            guard.printing("attempt").signal("TERM");
            Ended ended = guard.ended();
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    @EachServer("18.6")
    void in_a_damaged_database_not_even_what_was_committed_meanwhile_is_worth_another_attempt(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE lost()", "DELETE FROM pg_class WHERE relname = 'lost'");
            Ended ended =
                    Starter.in(directory, database).run("--", "sh", "-c", MEANWHILE.formatted("CREATE TABLE late()"));
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(ended.status()).isNotZero();
            assertThat(ended.err()).contains("ORPHAN_ROW_TYPE");
        }
    }

    @EachServer("18.6")
    void without_retries_a_race_is_explained(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Ended ended = Starter.in(directory, database).run("--retries", "0", "--", "sh", "-c", RACE);
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(ended.err()).contains("TYPE_RACE");
        }
    }

    @EachServer(sample = 1)
    void what_another_session_has_committed_meanwhile_is_worth_another_attempt(PostgresServer server)
            throws IOException {
        for (String create :
                List.of("CREATE TABLE late()", "CREATE SEQUENCE late_ids", "CREATE TYPE late_mood AS ENUM ()")) {
            try (TestDatabase database = server.createDatabase()) {
                Files.deleteIfExists(directory.resolve("created"));
                Ended ended = Starter.in(directory, database)
                        .run("--report-file", file("report.json"), "--", "sh", "-c", MEANWHILE.formatted(create));
                assertThat(ended.status()).as(ended.err()).isZero();
                assertThat(ended.out()).isEqualTo("attempt\nattempt\n");
                assertThat(ended.err())
                        .contains("committed while the command ran: public.late")
                        .contains("worth another attempt");
                assertThat(texts("/attempts/0/next")).containsExactly("retry");
                assertThat(database.queryText("SELECT count(*) FROM pg_type WHERE typname = 'late_mood'"))
                        .as("an unused type that somebody has just created")
                        .isEqualTo(create.contains("TYPE") ? "1" : "0");
            }
        }
    }

    @EachServer(sample = 1)
    void what_was_there_before_is_not(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE early()");
            Ended ended = Starter.in(directory, database)
                    .sh("echo attempt; psql -Xq -v ON_ERROR_STOP=1 -c 'CREATE TABLE early()'");
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(ended.err()).contains("LEFTOVER_RELATION early (SQLSTATE 42P07)");
        }
    }

    /**
     * A command that creates what it then finds in its way is not run for ever: once more since somebody else may have created it, and
     * once after what remained of the first attempt was removed.
     */
    @EachServer("18.6")
    void a_name_is_healed_once(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Ended ended =
                    Starter.in(directory, database).sh("echo attempt; %s; %s".formatted(CREATE_MOOD, CREATE_MOOD));
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\n".repeat(3));
        }
    }

    @EachServer("18.6")
    void where_nothing_can_be_read_it_says_what_would_have_helped(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            Starter starter = Starter.in(directory, database);
            Ended silent =
                    starter.run("--report-file", file("report.json"), "--", "sh", "-c", "echo failed >&2; exit 9");
            assertThat(silent.status()).isEqualTo(9);
            assertThat(silent.err())
                    .contains("names given by --type or --migrations would have been looked after beforehand");
            assertThat(texts("/attempts/0/failure")).containsExactly("null");
            assertThat(starter.run("--no-capture", "--", "sh", "-c", "exit 9").err())
                    .contains("--no-capture");
        }
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    /** The values at this place of the report; a null is the text {@code null}. */
    private List<String> texts(String pointer) throws IOException {
        List<String> texts = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(Files.readAllBytes(directory.resolve("report.json")))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue()
                        && json.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    texts.add(json.getText());
                }
            }
        }
        return texts;
    }
}
