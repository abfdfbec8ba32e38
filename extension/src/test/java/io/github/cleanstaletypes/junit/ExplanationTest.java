package io.github.cleanstaletypes.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration that fails on a name that is taken says so in words: code, cause, dependents, remedy; wherever it is run. */
class ExplanationTest {

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

    static void migrate() {
        try (Statement statement = dataSource.getConnection().createStatement()) {
            statement.execute("CREATE TYPE accounts_user AS ENUM ('admin')");
        } catch (SQLException e) {
            throw new IllegalStateException("the migration failed", e);
        }
    }

    @CleanStaleTypes("accounts_user")
    static class InBeforeAll {
        @BeforeAll
        static void migrates() {
            migrate();
        }

        @Test
        void runs() {}
    }

    @CleanStaleTypes("accounts_user")
    static class InBeforeEach {
        @BeforeEach
        void migrates() {
            migrate();
        }

        @Test
        void runs() {}
    }

    @CleanStaleTypes("accounts_user")
    static class InTheTest {
        @Test
        void migrates() {
            migrate();
        }
    }

    static final class Framework implements TestInstancePostProcessor {
        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            migrate();
        }
    }

    @CleanStaleTypes("accounts_user")
    @ExtendWith(Framework.class)
    static class InAFramework {
        @Test
        void runs() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {InBeforeAll.class, InBeforeEach.class, InTheTest.class, InAFramework.class})
    void is_attached_once_with_every_dependent(Class<?> type) {
        database.execute(
                "CREATE TYPE accounts_user AS ENUM ('guest')", "CREATE TABLE orders (placed_by accounts_user)");

        Throwable failure = Suite.of(type).run().failure();

        assertThat(failure).hasMessage("the migration failed");
        assertThat(failure.getSuppressed()).singleElement().satisfies(explained -> {
            assertThat(explained)
                    .hasMessageContaining("TYPE_IN_USE")
                    .hasMessageContaining("column placed_by of table public.orders")
                    .hasMessageContaining("What to do");
            assertThat(explained.getStackTrace()).isEmpty();
        });
    }

    @CleanStaleTypes("accounts_user")
    static class WithoutAMigration {
        @Test
        void fails() {
            throw new IllegalStateException("of its own");
        }
    }

    @Test
    void is_not_attached_to_a_failure_of_another_kind() {
        Throwable failure = Suite.of(WithoutAMigration.class).run().failure();

        assertThat(failure).hasMessage("of its own");
        assertThat(failure.getSuppressed()).isEmpty();
    }

    @CleanStaleTypes("accounts_user")
    static class LosingItsDatabase {
        @Test
        void migrates() {
            database.execute("CREATE TYPE accounts_user AS ENUM ()");
            try {
                migrate();
            } finally {
                database.close();
            }
        }
    }

    @Test
    void is_of_the_error_alone_where_the_database_has_gone() {
        Throwable failure = Suite.of(LosingItsDatabase.class).run().failure();

        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(explained -> assertThat(explained).hasMessageContaining("TYPE_EXISTS"));
        database = PostgresServer.of("18.6").createDatabase();
    }
}
