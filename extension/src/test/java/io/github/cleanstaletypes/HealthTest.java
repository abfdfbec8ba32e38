package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What is healthy is left in peace, as often as one looks. */
class HealthTest {

    private static final String CATALOG = "SELECT xmin || ' ' || ctid || ' ' || oid || ' ' || typname FROM pg_type"
            + " UNION ALL SELECT xmin || ' ' || ctid || ' ' || oid || ' ' || relname FROM pg_class"
            + " UNION ALL SELECT xmin || ' ' || ctid || ' ' || objoid || ' ' || description FROM pg_description"
            + " ORDER BY 1";

    @EachServer
    void is_a_claimed_table_and_a_claimed_enum_in_use_after_a_migration(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                    "CREATE TABLE accounts_user (id int PRIMARY KEY, m mood)",
                    "INSERT INTO accounts_user VALUES (1, 'ok')",
                    "CREATE VIEW accounts AS SELECT * FROM accounts_user",
                    // so that no autovacuum touches what is compared
                    "VACUUM ANALYZE");
            List<String> before = database.queryTexts(CATALOG);
            Cleaner engine = Quiet.in(database).claiming("accounts_user", "mood", "accounts", "gone");
            for (int run = 1; run <= 2; run++) {
                for (CleanupReport report : List.of(engine.check(), engine.clean(), engine.restore())) {
                    assertThat(report.isClean()).isTrue();
                    assertThat(report.cleaned()).isZero();
                }
                assertThat(Told.by(engine.clean())).containsExactly("TYPE_IN_USE public.mood noted");
            }
            assertThat(database.queryTexts(CATALOG)).isEqualTo(before);
            assertThat(database.queryTexts("SELECT * FROM accounts_user WHERE m = 'ok'"))
                    .containsExactly("1");
        }
    }

    @EachServer({"14.22", "15.19", "16.15", "17.11", "18.6"})
    void is_every_database_of_a_server_as_it_is_distributed(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            for (String each : List.of(database.name(), "template1", "postgres")) {
                Cleaner engine = Cleaner.in(dataSource(server, each)).claimingAllUnused();
                assertThat(engine.check().results()).as(each).isEmpty();
            }
        }
    }

    @EachServer
    void is_every_type_of_the_extensions_that_are_distributed_with_the_server(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            for (String extension : List.of(
                    "citext",
                    "cube",
                    "dblink",
                    "earthdistance",
                    "hstore",
                    "isn",
                    "ltree",
                    "pageinspect",
                    "seg",
                    "tablefunc")) {
                database.execute("CREATE EXTENSION " + extension);
            }
            int types = types(database);
            CleanupReport report =
                    Quiet.in(database).claimingAllUnused().strictly().clean();
            assertThat(report.results()).isEmpty();
            assertThat(types(database)).isEqualTo(types);
            assertThat(Told.by(
                            Quiet.in(database).claiming("dblink_pkey_results").clean()))
                    .containsExactly("TYPE_IN_USE public.dblink_pkey_results noted");
        }
    }

    private static int types(TestDatabase database) {
        return database.queryTexts("SELECT oid FROM pg_type").size();
    }

    private static DataSource dataSource(PostgresServer server, String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {server.port()});
        dataSource.setDatabaseName(database);
        dataSource.setUser(PostgresServer.SUPERUSER);
        return dataSource;
    }
}
