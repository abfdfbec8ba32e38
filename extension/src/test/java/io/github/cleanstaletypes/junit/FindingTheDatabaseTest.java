package io.github.cleanstaletypes.junit;

import static io.github.cleanstaletypes.junit.DatabaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a database is looked for. The classes find theirs by themselves: this one has no field that could be taken for one. */
class FindingTheDatabaseTest {

    static TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE mood AS ENUM ('good')");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    /** Always the database of this moment, whenever the class was initialised. */
    static DataSource current() {
        return new CurrentDatabase(() -> database.dataSource());
    }

    @CleanStaleTypes("mood")
    static class Private {
        private static final DataSource dataSource = current();

        @Test
        void runs() {}
    }

    abstract static class Base {
        private static final DataSource dataSource = current();
    }

    @CleanStaleTypes("mood")
    static class OfTheSuperclass extends Base {
        @Test
        void runs() {}
    }

    interface Shared {
        DataSource DATA_SOURCE = current();
    }

    @CleanStaleTypes("mood")
    static class OfAnInterface implements Shared {
        @Test
        void runs() {}
    }

    static class OfTheEnclosingClass {
        private static final DataSource dataSource = current();

        @Nested
        @CleanStaleTypes("mood")
        class Inner {
            @Test
            void runs() {}
        }
    }

    @CleanStaleTypes(value = "mood", database = "second")
    static class Named {
        static final DataSource first = h2();
        static final DataSource second = current();

        @Test
        void runs() {}
    }

    @CleanStaleTypes("mood")
    static class TwoThatAreOne {
        static final DataSource first = current();
        static final DataSource second = current();

        @Test
        void runs() {}
    }

    @CleanStaleTypes("mood")
    static class Container {
        static final EmbeddedContainer postgres = new EmbeddedContainer(() -> database);
        static final DataSource notThis = h2();

        @Test
        void runs() {
            assertThat(postgres.isRunning()).isTrue();
        }
    }

    @CleanStaleTypes("mood")
    static class Provided {
        static final DataSource notThis = h2();

        @Test
        void runs() {}
    }

    /** Registered in META-INF/services of the tests. */
    public static final class Provider implements DatabaseProvider {
        @Override
        public Optional<DataSource> databaseFor(ExtensionContext context) {
            return context.getRequiredTestClass() == Provided.class ? Optional.of(current()) : Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Private.class,
                OfTheSuperclass.class,
                OfAnInterface.class,
                OfTheEnclosingClass.class,
                Named.class,
                TwoThatAreOne.class,
                Container.class,
                Provided.class
            })
    void finds_it(Class<?> type) {
        assertThat(Suite.of(type).run().succeeded()).isOne();
        assertThat(database).hasNoTypeNamed("mood");
    }

    @CleanStaleTypes("mood")
    static class HasNone {
        @Test
        void runs() {}
    }

    @Test
    void takes_what_is_configured() {
        Suite.Ran ran = Suite.of(HasNone.class)
                .with("cleanstaletypes.database-url", database.jdbcUrl())
                .run();

        assertThat(ran.succeeded()).isOne();
        assertThat(database).hasNoTypeNamed("mood");
    }

    static class Unannotated {
        static final DataSource dataSource = h2();

        @Test
        void runs() {}
    }

    static class TwoUnannotated {
        static final DataSource dataSource = h2();
        static final DataSource other = current();

        @Test
        void runs() {}
    }

    static class NoneUnannotated {
        @Test
        void runs() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {Unannotated.class, TwoUnannotated.class, NoneUnannotated.class})
    void a_detected_extension_is_silent_where_the_database_is_not_clear(Class<?> type) {
        Suite.Ran ran = Suite.of(type)
                .withAutodetection()
                .with("cleanstaletypes.names", "mood")
                .run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).isEmpty();
        assertThat(database).hasTypeNamed("mood");
    }

    private static DataSource h2() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:other");
        return dataSource;
    }
}
