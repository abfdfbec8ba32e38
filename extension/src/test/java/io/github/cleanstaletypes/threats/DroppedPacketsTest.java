package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import io.github.cleanstaletypes.testing.wire.DroppingLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a command has asked the server, and however long the answer does not come: it ends, and says in one line why. */
class DroppedPacketsTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");
    private static final int AT_ONCE = 10;
    private static final int SAMPLE = 4;

    /** In the place of 125 s: a user's own limit. */
    private static final String LIMITS = "&socketTimeout=1&connectTimeout=1";

    private static final Pattern ONE_LINE = Pattern.compile("clean-stale-types: [^\n]*("
            + "the connection was lost: the server has not answered within 1 s \\([a-z, ]+\\) \\(08006\\)"
            + "|the server has not answered within 1 s \\([a-z, ]+\\)"
            + "|Could not connect to [^\n]*: timed out"
            + "|could not connect to the database: timed out)[^\n]*\n");

    private static final BlockingQueue<TestDatabase> DATABASES = new ArrayBlockingQueue<>(AT_ONCE);

    @TempDir
    private static Path migrations;

    /** What is asked for, and how it ends when the server falls silent. */
    private enum Asked {
        CHECK(3, "check", "--type", "mood,t", "--strict"),
        CHECK_PENDING(3, "check", "--migrations", "MIGRATIONS"),
        CLEAN(3, "clean", "--type", "mood"),
        PROBE(3, "clean", "--probe", "--type", "nothing"),
        RESTORE(3, "restore"),
        EXPLAIN(0, "explain", "MIGRATIONS/error.log"),
        WAIT(3, "wait"),
        EVERYWHERE(3, "check", "--all-databases");

        private final int exitCode;
        private final List<String> words;

        Asked(int exitCode, String... words) {
            this.exitCode = exitCode;
            this.words = List.of(words);
        }

        Outcome on(DroppingLine line, TestDatabase database, String limits) {
            String url =
                    "jdbc:postgresql://localhost:%d/%s?user=postgres%s".formatted(line.port(), database.name(), limits);
            List<String> all = new ArrayList<>(words.stream()
                    .map(word -> word.replace("MIGRATIONS", migrations.toString()))
                    .toList());
            all.addAll(List.of("--wait", "0", "--database-url", url));
            return CommandRun.withoutDatabase().run(all.toArray(String[]::new));
        }
    }

    private record Case(Asked asked, int questions) {}

    @BeforeAll
    static void create() throws Exception {
        Files.writeString(migrations.resolve("V2__mood.sql"), "CREATE TYPE mood AS ENUM ('a');");
        Files.writeString(migrations.resolve("error.log"), "ERROR:  type \"mood\" already exists\n");
        for (int i = 0; i < AT_ONCE; i++) {
            TestDatabase database = SERVER.createDatabase();
            DATABASES.add(database);
            database.execute(
                    "CREATE EXTENSION amcheck",
                    "CREATE TABLE t (id int)",
                    "CREATE TABLE flyway_schema_history (installed_rank int, version text, description text, type text,"
                            + " script text, checksum int, installed_by text, installed_on timestamp, execution_time int,"
                            + " success boolean)");
        }
    }

    @AfterAll
    static void drop() {
        DATABASES.forEach(TestDatabase::close);
    }

    @Test
    void after_any_question_end_each_command_by_its_own_limits() throws Exception {
        List<Case> all = new ArrayList<>();
        for (Asked asked : Asked.values()) {
            List<Case> cases = IntStream.rangeClosed(1, questions(asked))
                    .mapToObj(questions -> new Case(asked, questions))
                    .toList();
            all.addAll(LongForm.sample(cases, SAMPLE, "dropped packets, " + asked));
        }
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Case one : all) {
                running.add(workers.submit(() -> ends(one)));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<String> one : running) {
                wrong.add(Wait.forResult("a command whose server has fallen silent", one));
            }
            assertThat(wrong).filteredOn(what -> !what.isEmpty()).isEmpty();
        } finally {
            workers.shutdownNow();
        }
    }

    private static int questions(Asked asked) throws Exception {
        TestDatabase database = prepared();
        try (DroppingLine line = DroppingLine.counting(SERVER.port())) {
            Outcome outcome = asked.on(line, database, "");
            assertThat(outcome.exitCode()).as(outcome.everything()).isLessThan(3);
            return line.questions();
        } finally {
            DATABASES.add(database);
        }
    }

    /** What is wrong with how it ends; empty if nothing is. */
    private static String ends(Case one) throws Exception {
        TestDatabase database = prepared();
        try (DroppingLine line = DroppingLine.droppingAfter(one.questions(), SERVER.port())) {
            Outcome outcome = one.asked().on(line, database, LIMITS);
            boolean dropped = line.isDropping() && outcome.exitCode() == one.asked().exitCode;
            return dropped && ONE_LINE.matcher(outcome.err()).matches()
                    ? ""
                    : "%s: %d of %d questions, %s".formatted(one, line.questions(), one.questions(), outcome);
        } finally {
            DATABASES.add(database);
        }
    }

    /** With an unused type, and one that is quarantined. */
    private static TestDatabase prepared() throws InterruptedException {
        TestDatabase database = DATABASES.take();
        database.awaitNobodyConnected();
        database.execute(
                "DO $$DECLARE t regtype; BEGIN FOR t IN SELECT oid FROM pg_type WHERE typtype = 'e' LOOP EXECUTE"
                        + " 'DROP TYPE ' || t; END LOOP; END$$",
                "CREATE TYPE mood AS ENUM ('a')",
                "CREATE TYPE stale_1_title AS ENUM ('a')",
                "COMMENT ON TYPE stale_1_title IS 'clean-stale-types: quarantined, original name \"title\"'");
        return database;
    }
}
