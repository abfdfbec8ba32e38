package io.github.cleanstaletypes.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.HostileSchema;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The annotation calls nothing that stands before the server's own on the search path of the database that it cleans. */
class HostileDatabaseTest {

    static DataSource dataSource;

    @CleanStaleTypes("public.accounts_user")
    static class Cleaned {
        @Test
        void runs() {}
    }

    @CleanStaleTypes("public.accounts_user")
    static class Failing {
        @Test
        void fails() throws Exception {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TYPE public.spare AS ENUM ('a')");
            }
        }
    }

    @Test
    void is_cleaned_and_explained_without_calling_anything_of_it() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TYPE public.accounts_user AS ENUM ('a')", "CREATE TYPE public.spare AS ENUM ('a')");
            HostileSchema hostile = HostileSchema.in(database);
            dataSource = database.dataSource();
            assertThat(Suite.of(Cleaned.class).run().succeeded()).isEqualTo(1);
            assertThat(Suite.of(Failing.class).run().failure().getSuppressed()).hasSize(1);
            assertThat(hostile.called()).isEmpty();
            assertThat(database.queryText("SELECT pg_catalog.to_regtype('public.accounts_user')"))
                    .isNull();
        }
    }
}
