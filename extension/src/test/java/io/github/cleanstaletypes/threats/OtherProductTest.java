package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.internal.sql.OtherProduct;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.wire.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Servers that speak the protocol and are no PostgreSQL where it matters. None is to be had here; a stand-in has their version. */
class OtherProductTest {

    private static final String VERSION = "pg_catalog\\.version\\(\\)";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    CockroachDB CCL v24.1.2 (x86_64-pc-linux-gnu, built 2024/07/02)         | CockroachDB
                    PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu                   | YugabyteDB
                    PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC, Redshift 1.0.62 | Redshift
                    PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:1) on x86_64    | Greenplum
                    PostgreSQL 9.5.0 on x86_64-unknown-linux-gnu (Materialize v0.100.0)     | Materialize
                    PostgreSQL 13.14.0-RisingWave-2.0.1 (0)                                 | RisingWave
                    """)
    void is_refused_by_name_whatever_is_asked_and_nothing_is_changed(String version, String name) throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                StandIn stranger = StandIn.before(database.server().port())
                        .rewriting(VERSION, "'" + version + "'::text")
                        .open()) {
            database.execute("CREATE TYPE stale AS ENUM ('a')");
            StaleTypes types = StaleTypes.in(at(stranger, database)).claiming("stale");

            assertRefused(types::check, name);
            assertRefused(types::clean, name);
            assertRefused(StaleTypes.in(at(stranger, database))::check, name);
            assertThat(database.queryText("SELECT 'stale'::regtype")).isEqualTo("stale");
        }
    }

    @Test
    void is_the_cause_of_what_fails_for_it() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                StandIn stranger = StandIn.before(database.server().port())
                        .rewriting(VERSION, "'CockroachDB CCL v24.1.2'::text")
                        .rewriting("pg_catalog\\.pg_is_in_recovery\\(\\)", "no_such_function()")
                        .open()) {
            assertRefused(StaleTypes.in(at(stranger, database)).claiming("stale")::clean, "CockroachDB");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PostgreSQL 15.4 (EnterpriseDB Advanced Server 15.4.0) on x86_64-pc-linux-gnu
                    PostgreSQL 15.7 on aarch64-unknown-linux-gnu, compiled by aarch64-unknown-linux-gnu-gcc (GCC) 9.5.0, 64-bit
                    PostgreSQL 14.8 (PolarDB 14.8.10.0 build 1) on x86_64-linux-gnu
                    """)
    void is_not_what_adds_to_postgresql(String version) {
        assertThat(OtherProduct.of(version)).isEmpty();
    }

    private static void assertRefused(ThrowingRun run, String name) {
        assertThatThrownBy(run::now)
                .isInstanceOf(StaleTypesException.class)
                .hasMessage(
                        "the server is " + name
                                + ", whose catalogs and locks are not PostgreSQL's; nothing is judged or changed there (0A000)");
    }

    private interface ThrowingRun {
        void now();
    }

    private static PGSimpleDataSource at(StandIn stranger, TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {stranger.port()});
        dataSource.setDatabaseName(database.name());
        dataSource.setUser("postgres");
        return dataSource;
    }
}
