package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cleans from a program, without the command line. */
class CommandFreeCleanTest {

    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void removes_what_is_stale_and_makes_way_for_the_table() {
        database.execute("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')");

        CleanupReport report = clean(database.dataSource());

        assertThat(report.cleaned()).isEqualTo(1);
        database.execute("CREATE TABLE accounts_user (id int)");
    }

    @Test
    void leaves_what_is_used() {
        database.execute(
                "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')",
                "CREATE TABLE orders (placed_by accounts_user)");

        CleanupReport report = clean(database.dataSource());

        assertThat(report.cleaned()).isZero();
        database.execute("INSERT INTO orders VALUES ('guest')");
    }

    private static CleanupReport clean(DataSource dataSource) {
        // tag::clean
        CleanupReport report =
                StaleTypes.in(dataSource).claiming("accounts_user").clean();

        if (!report.isClean()) {
            report.results().stream()
                    .filter(result -> result.outcome().remains())
                    .forEach(result -> System.err.println(result.explanation()));
        }
        // end::clean
        return report;
    }
}
