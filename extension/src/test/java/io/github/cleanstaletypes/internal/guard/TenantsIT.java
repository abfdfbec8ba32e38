package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardHere.Starter;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.session.Identity;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** Guards with a name: side by side with other names', one after another with their own, and out of the way of who wants it all. */
class TenantsIT {

    @TempDir
    private Path directory;

    /** Says when it runs, and goes on until there is a file of this name. */
    private static String until(String gate) {
        return "echo running; until [ -e " + gate + " ]; do sleep 0.05; done";
    }

    private void open(String gate) throws Exception {
        Files.createFile(directory.resolve(gate));
    }

    private static GuardHere named(Starter starter, String name, String script) {
        return starter.guard("--lock", name, "--heartbeat", "50ms", "--", "sh", "-c", script);
    }

    @EachServer(sample = 1)
    void of_two_names_run_side_by_side_and_of_one_name_one_after_the_other(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            Starter starter = Starter.in(directory, database);
            try (GuardHere first = named(starter, "a", until("gate") + "; psql -XAtc 'SHOW application_name'")) {
                first.printing("running");
                try (GuardHere again = named(starter, "a", "echo again");
                        GuardHere other = named(starter, "b", "echo other")) {
                    assertThat(other.ended().status()).as(other.err()).isZero();
                    assertThat(other.out()).isEqualTo("other\n");
                    assertThat(other.err()).contains("lock taken in database " + database.name() + " for the name b");
                    again.saying("guard: waiting up to 300 s for the lock, held by session ");
                    assertThat(again.err()).containsPattern("cst-guard:\\S+ a, connected for");
                    assertThat(again.out()).isEmpty();
                    Ended hasty = starter.run("--lock", "a", "--lock-wait", "0", "--", "echo", "hasty");
                    assertThat(hasty.status()).isEqualTo(125);
                    assertThat(hasty.err())
                            .contains("(advisory lock " + AdvisoryLock.KEY + ", and " + new LockName("a").key()
                                    + " for the name a)");
                    open("gate");
                    assertThat(again.ended().out()).as(again.err()).isEqualTo("again\n");
                }
                assertThat(first.ended().out())
                        .matches("running\ncst:\\d+:[0-9a-f]{8}-[0-9a-f]{16} @" + new LockName("a").hash() + "\n");
            }
        }
    }

    /** The first one's command goes on meanwhile: it builds an index concurrently, and has a guard of another name inside. */
    @EachServer(sample = 1)
    void who_wants_the_whole_database_is_let_pass_by_guards_that_come_later(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t AS SELECT g AS id FROM generate_series(1, 1000) g");
            Starter starter = Starter.in(directory, database);
            String nested = String.join(
                    " ",
                    GuardProcess.commandLine("guard", "--lock", "c", "--lock-wait", "10s", "--", "echo", "nested"));
            try (GuardHere first = named(
                    starter, "a", until("gate") + "; psql -Xqc 'CREATE INDEX CONCURRENTLY t_id ON t(id)'; " + nested)) {
                first.printing("running");
                try (GuardHere whole = starter.guard("--", "sh", "-c", "ls later; touch whole")) {
                    whole.saying("guard: waiting up to 300 s for the lock, held by session ");
                    try (GuardHere later = named(starter, "b", "ls whole; touch later")) {
                        later.saying("which waits for the whole database");
                        open("gate");
                        assertThat(later.ended().out()).as(later.err()).isEqualTo("whole\n");
                    }
                    assertThat(whole.ended().out()).isEmpty();
                }
                assertThat(first.ended().status()).as(first.err()).isZero();
                assertThat(first.out()).endsWith("nested\n");
            }
        }
    }

    @EachServer("18.6")
    void what_descends_from_it_works_under_its_lock_and_another_name_has_its_own(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            Ended ended = Starter.in(directory, database)
                    .with("CLI", String.join(" ", GuardProcess.commandLine()))
                    .run(
                            "--lock",
                            "a",
                            "--",
                            "sh",
                            "-c",
                            "$CLI clean --type mood --lock-wait 0"
                                    + " && $CLI guard --lock a --lock-wait 0 -- echo same"
                                    + " && $CLI guard --lock b --lock-wait 0 -- psql -XAtc \"SHOW application_name\"");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .contains("Successfully removed stale 'mood' type")
                    .contains("same\n")
                    .containsPattern("cst:\\S+ @" + new LockName("b").hash() + "\n");
            assertThat(ended.err())
                    .contains("inside another guard, which holds the lock")
                    .contains("inside a guard of another name, which goes on holding its lock");
        }
    }

    @EachServer("18.6")
    void sessions_of_other_names_are_not_ended_but_for_a_guard_of_the_whole_database(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            Starter starter = Starter.in(directory, database);
            GuardToken dead = token(database);
            String a = new LockName("a").hash();
            String b = new LockName("b").hash();
            try (Connection own = session(database, dead.named(a));
                    Connection nameless = session(database, dead);
                    Connection other = session(database, dead.named(b))) {
                try (GuardHere guard = named(starter, "a", until("gate"))) {
                    guard.printing("running");
                    assertThat(own.isValid(0)).as("of its name").isFalse();
                    assertThat(nameless.isValid(0)).as("without a name").isFalse();
                    try (Connection lateNameless = session(database, dead);
                            Connection late = session(database, dead.named(a))) {
                        guard.saying("a former guard's command has connected again; ended session "
                                + late.unwrap(PGConnection.class).getBackendPID() + " ");
                        assertThat(lateNameless.isValid(0)).isTrue();
                    }
                    open("gate");
                    assertThat(guard.ended().status()).isZero();
                }
                assertThat(other.isValid(0)).as("of another name").isTrue();
                assertThat(starter.run("--", "true").status()).isZero();
                assertThat(other.isValid(0))
                        .as("of any name, to who has it all")
                        .isFalse();
            }
        }
    }

    private static GuardToken token(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            long oid = Long.parseLong(
                    database.queryText("SELECT oid FROM pg_database WHERE datname = current_database()"));
            return GuardToken.create(oid, Identity.cluster(connection), null);
        }
    }

    private static Connection session(TestDatabase database, GuardToken token) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource();
        source.setApplicationName(token.applicationName());
        return source.getConnection();
    }

    @EachServer("18.6")
    void a_name_that_is_none_is_refused_in_one_line(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Starter starter = Starter.in(directory, database);
            Ended empty = starter.run("--lock", "", "--", "true");
            assertThat(empty.status()).isEqualTo(125);
            assertThat(empty.err())
                    .isEqualTo(
                            "clean-stale-types: guard: --lock: the value is no name of a lock: write 1 to 63 letters,"
                                    + " digits or characters of _.:/- (ASCII)\n");
            Ended wrong = starter.with("CLEAN_STALE_TYPES_LOCK", "tenant a").run("--", "true");
            assertThat(wrong.status()).isEqualTo(125);
            assertThat(wrong.err())
                    .startsWith("clean-stale-types: guard: CLEAN_STALE_TYPES_LOCK: the value is no name of a lock: ")
                    .doesNotContain("tenant a");
        }
    }
}
