package io.github.cleanstaletypes.junit;

import static io.github.cleanstaletypes.junit.DatabaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModesTest {

    private static final String STALE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    static TestDatabase database;
    static DataSource dataSource;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
        dataSource = database.dataSource();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @CleanStaleTypes("accounts_user")
    static class Migrating {

        static long cleaned;

        @BeforeAll
        static void migrate(CleanupReport report) {
            cleaned = report.cleaned();
            database.execute("CREATE TABLE IF NOT EXISTS accounts_user (id int)");
        }

        @Test
        void inserts() {
            database.execute("INSERT INTO accounts_user VALUES (1)");
        }
    }

    @Test
    void removes_a_stale_type_before_the_migration() {
        database.execute(STALE);

        Suite.Ran ran = Suite.of(Migrating.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(Migrating.cleaned).isOne();
        assertThat(ran.reported()).containsExactly("UNUSED_TYPE public.accounts_user dropped");
    }

    @Test
    void is_silent_and_green_on_the_second_run() {
        database.execute(STALE);
        Suite.of(Migrating.class).run();

        Suite.Ran again = Suite.of(Migrating.class).run();

        assertThat(again.succeeded()).isOne();
        assertThat(Migrating.cleaned).isZero();
        assertThat(again.reported()).isEmpty();
    }

    @Test
    void is_silent_and_green_where_the_type_is_in_use() {
        database.execute(STALE, "CREATE TABLE orders (placed_by accounts_user)");

        Suite.Ran ran = Suite.of(Failing.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).isEmpty();
        assertThat(database).hasTypeNamed("accounts_user");
    }

    @CleanStaleTypes(freeLocks = true)
    static class FreeingLocks {
        @Test
        void runs() {}
    }

    @CleanStaleTypes("accounts_user")
    static class Named {
        @Test
        void runs() {}
    }

    /** Nobody has to be waited for: whoever is connected may hold it. */
    @Test
    void a_lock_row_is_to_be_freed_if_that_is_asked_for_which_needs_no_name() throws SQLException {
        database.execute(
                "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");
        try (Connection holder = database.connect()) {
            for (Suite suite : List.of(
                    Suite.of(FreeingLocks.class), Suite.of(Named.class).with("cleanstaletypes.free-locks", "true"))) {
                Suite.Ran ran = suite.run();
                assertThat(ran.succeeded()).isOne();
                assertThat(ran.reported()).containsExactly("UNFINISHED_MIGRATION public.knex_migrations_lock noted");
                assertThat(ran.explained()).containsSubsequence("Not freed, because", "connected");
            }
            assertThat(Suite.of(Named.class).run().explained()).doesNotContain("Not freed");
            assertThat(holder.isValid(0)).isTrue();
        }
        assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                .isEqualTo("1");
    }

    @CleanStaleTypes(value = "nowhere.mood", mode = Mode.FAIL)
    static class InNoSchema {
        @Test
        void runs(CleanupReport report) {
            assertThat(report.coverage().unjudgedNames()).hasSize(1);
        }
    }

    @Test
    void tells_a_name_that_was_not_judged_and_is_green() {
        Suite.Ran ran = Suite.of(InNoSchema.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.results().allEvents().reportingEntryPublished().list())
                .singleElement()
                .asString()
                .contains("not judged", "the claimed name nowhere.mood, since this database has no schema nowhere");
    }

    @CleanStaleTypes(migrations = "classpath:accounts_migrations")
    static class OfAnotherHistory {
        @Test
        void runs(CleanupReport report) {
            assertThat(report.coverage().unjudgedMigrations()).hasSize(1);
        }
    }

    @Test
    void tells_that_nobody_knows_what_is_pending_and_is_green() {
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank int, version varchar, description varchar, type varchar,"
                        + " script varchar, checksum int, installed_by varchar, installed_on timestamp, execution_time int, success boolean)",
                "INSERT INTO flyway_schema_history VALUES (1, '77', 'of others', 'SQL', 'V77__of_others.sql', 1, 'x', now(), 1, true)");

        Suite.Ran ran = Suite.of(OfAnotherHistory.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.results().allEvents().reportingEntryPublished().list())
                .singleElement()
                .asString()
                .contains("not judged", "no schema history of this database knows one of");
    }

    @CleanStaleTypes(value = "accounts_user", mode = Mode.REPORT)
    static class Reporting {
        @Test
        void runs(CleanupReport report) {
            assertThat(report.remaining()).isOne();
        }
    }

    @Test
    void reports_and_changes_nothing() {
        database.execute(STALE);

        Suite.Ran ran = Suite.of(Reporting.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).containsExactly("UNUSED_TYPE public.accounts_user reported");
        assertThat(database).hasTypeNamed("accounts_user");
    }

    @CleanStaleTypes(value = "accounts_user", mode = Mode.FAIL)
    static class Failing {
        @Test
        void runs() {}
    }

    @Test
    void fails_once_and_changes_nothing() {
        database.execute(STALE);

        Throwable failure = Suite.of(Failing.class).run().failure();

        assertThat(failure)
                .hasMessageContaining("1 finding needs attention in the database " + database.name()
                        + " (static DataSource dataSource of ModesTest)")
                .hasMessageContaining("UNUSED_TYPE public.accounts_user")
                .hasMessageContaining("What to do: Remove it: @CleanStaleTypes(\"public.accounts_user\"). By hand")
                .hasMessageEndingWith("Nothing was changed, as Mode.FAIL wants it.");
        assertThat(failure.getStackTrace()).isEmpty();
        assertThat(database).hasTypeNamed("accounts_user");
    }

    @Test
    void does_not_fail_where_nothing_is_to_be_found() {
        Suite.Ran ran = Suite.of(Failing.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).isEmpty();
    }

    @CleanStaleTypes(value = "accounts_user", creatorsWait = "0")
    static class Impatient {
        @Test
        void runs() {}
    }

    @Test
    void a_refusal_fails_the_class_and_names_who_is_in_the_way() throws SQLException {
        database.execute(STALE);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("CREATE TABLE being_created (id int)");

            Throwable failure = Suite.of(Impatient.class).run().failure();

            assertThat(failure)
                    .hasMessageContaining("UNUSED_TYPE public.accounts_user")
                    .hasMessageContaining("Run it again when that transaction is over")
                    .hasMessageContaining(": creatorsWait = \"30s\".");
        }
        assertThat(database).hasTypeNamed("accounts_user");
    }

    @CleanStaleTypes(value = "accounts_user", when = When.BEFORE_EACH)
    static class LeavingItBehind {

        @Test
        void leaves_it_once() {
            database.execute(STALE);
        }

        @Test
        void leaves_it_twice() {
            database.execute(STALE);
        }
    }

    @Test
    void cleans_before_each_test_if_asked_to() {
        Suite.Ran ran = Suite.of(LeavingItBehind.class).run();

        assertThat(ran.succeeded()).isEqualTo(2);
        assertThat(ran.reported()).containsExactly("UNUSED_TYPE public.accounts_user dropped");
    }
}
