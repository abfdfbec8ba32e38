package io.github.cleanstaletypes.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.Ports;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Each mistake ends the class with one failure, which says what is wrong and what to write. */
class MisuseTest {

    private static final String HERE = "@CleanStaleTypes on " + MisuseTest.class.getName() + "$";

    private static TestDatabase database;
    private static TestDatabase other;

    @BeforeAll
    static void createDatabases() {
        database = PostgresServer.of("18.6").createDatabase();
        other = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void dropDatabases() {
        database.close();
        other.close();
    }

    static class Runs {
        @Test
        void runs() {
            throw new AssertionError("no test may run");
        }
    }

    @CleanStaleTypes("mood")
    static class NoDatabase extends Runs {}

    @Test
    void no_database() {
        assertThat(message(NoDatabase.class)).isEqualTo(HERE + """
                        NoDatabase: there is no database: no static JdbcDatabaseContainer or DataSource in NoDatabase \
                        and what it extends, implements and is nested in. Write, for example:

                            static DataSource dataSource = ...;

                        If the database is held elsewhere, set the configuration parameter cleanstaletypes.database-url, \
                        or cleanstaletypes.environment=true to use DATABASE_URL and the like.""");
    }

    @CleanStaleTypes("mood")
    static class UselessFields extends Runs {
        static DataSource assignedLater;
        final DataSource ofTheInstance = database.dataSource();
        final EmbeddedContainer container = new EmbeddedContainer(() -> database);
    }

    @Test
    void no_database_but_fields_that_could_hold_one() {
        assertThat(message(UselessFields.class)).isEqualTo(HERE + """
                        UselessFields: there is no database: no static JdbcDatabaseContainer or DataSource in UselessFields \
                        and what it extends, implements and is nested in. There is:

                            static DataSource assignedLater of UselessFields: null; the database is needed before @BeforeAll, \
                        so assign it where it is declared or in a static block
                            DataSource ofTheInstance of UselessFields: not static; write    static DataSource ofTheInstance = ...;
                            EmbeddedContainer container of UselessFields: not static; write    static EmbeddedContainer container = ...;

                        If the database is held elsewhere, set the configuration parameter cleanstaletypes.database-url, \
                        or cleanstaletypes.environment=true to use DATABASE_URL and the like.""");
    }

    @CleanStaleTypes("mood")
    static class TwoDatabases extends Runs {
        static final DataSource one = database.dataSource();
        static final DataSource two = other.dataSource();
    }

    @Test
    void several_databases() {
        assertThat(message(TwoDatabases.class)).isEqualTo(HERE + """
                        TwoDatabases: there are 2 databases:

                            static DataSource one of TwoDatabases
                            static DataSource two of TwoDatabases

                        Say which one, by the name of its field: @CleanStaleTypes(database = "...")""");
    }

    @CleanStaleTypes(value = "mood", database = "url")
    static class WrongType extends Runs {
        static final String url = "jdbc:postgresql:app";
    }

    @Test
    void a_field_of_another_type() {
        assertThat(message(WrongType.class))
                .isEqualTo(HERE
                        + "WrongType: static String url of WrongType holds a java.lang.String, not a DataSource or a"
                        + " JdbcDatabaseContainer");
    }

    @CleanStaleTypes(value = "mood", database = "dataSource")
    static class NullField extends Runs {
        static DataSource dataSource;
    }

    @Test
    void a_field_that_is_null() {
        assertThat(message(NullField.class))
                .isEqualTo(HERE
                        + "NullField: static DataSource dataSource of NullField is null; the database is needed before"
                        + " @BeforeAll, so assign it where it is declared or in a static block");
    }

    @CleanStaleTypes(value = "mood", database = "dataSource")
    static class InstanceField extends Runs {
        final DataSource dataSource = database.dataSource();
    }

    @Test
    void a_field_of_the_instance() {
        assertThat(message(InstanceField.class))
                .isEqualTo(HERE
                        + "InstanceField: DataSource dataSource of InstanceField is not static, and there is no instance"
                        + " yet; write    static DataSource dataSource = ...;");
    }

    @CleanStaleTypes(value = "mood", database = "datasource")
    static class NoSuchField extends Runs {
        static final DataSource dataSource = database.dataSource();
    }

    @Test
    void a_field_that_is_not_there() {
        assertThat(message(NoSuchField.class))
                .isEqualTo(
                        HERE
                                + "NoSuchField: database = \"datasource\": there is no field of this name in NoSuchField and what"
                                + " it extends, implements and is nested in; there is static DataSource dataSource of NoSuchField");
    }

    @CleanStaleTypes("mood")
    static class ClosedPool extends Runs {
        static final HikariDataSource pool = closed();

        private static HikariDataSource closed() {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(database.dataSource());
            pool.close();
            return pool;
        }
    }

    @Test
    void a_closed_pool() {
        assertThat(message(ClosedPool.class))
                .startsWith(HERE
                        + "ClosedPool: static HikariDataSource pool of ClosedPool: could not connect to the database: ")
                .endsWith(" has been closed.");
    }

    @CleanStaleTypes("mood")
    static class Unreachable extends Runs {
        static final DataSource dataSource = toNobody();

        private static DataSource toNobody() {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setServerNames(new String[] {"localhost"});
            dataSource.setPortNumbers(new int[] {Ports.free()});
            dataSource.setPassword("secret");
            return dataSource;
        }
    }

    @Test
    void a_server_that_is_not_there() {
        assertThat(message(Unreachable.class))
                .startsWith(
                        HERE
                                + "Unreachable: static DataSource dataSource of Unreachable: could not connect to the database: ")
                .endsWith("(08001)")
                .doesNotContain("secret");
    }

    @CleanStaleTypes("my-type")
    static class BadName extends Runs {
        static final DataSource dataSource = database.dataSource();
    }

    @Test
    void a_name_that_is_none() {
        assertThat(message(BadName.class))
                .isEqualTo(
                        HERE + "BadName: 'my-type' is not a type's name: '-' needs double quotes around the name, as in"
                                + " \"my-type\"");
    }

    @CleanStaleTypes("mood")
    static class AnotherProduct extends Runs {
        static final JdbcDataSource dataSource = new JdbcDataSource();

        static {
            dataSource.setURL("jdbc:h2:mem:none_of_ours");
        }
    }

    @Test
    void a_database_of_another_kind() {
        assertThat(message(AnotherProduct.class))
                .isEqualTo(HERE
                        + "AnotherProduct: static JdbcDataSource dataSource of AnotherProduct: the database is H2, not"
                        + " PostgreSQL; there is nothing to clean");
    }

    @CleanStaleTypes(value = "mood", lockWait = "soon")
    static class BadTime extends Runs {
        static final DataSource dataSource = database.dataSource();
    }

    @Test
    void a_time_that_is_none() {
        assertThat(message(BadTime.class))
                .isEqualTo(HERE + "BadTime: lockWait = \"soon\" is not a time; write 30s, 5m, 500ms or 0");
    }

    @CleanStaleTypes
    static class NoName extends Runs {
        static final DataSource dataSource = database.dataSource();
    }

    @Test
    void no_name() {
        assertThat(message(NoName.class))
                .isEqualTo(HERE
                        + "NoName: it claims no name, and there are no migrations in classpath:db/migration; write,"
                        + " for example, @CleanStaleTypes(\"accounts_user\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode", "when", "lock-wait", "creators-wait", "free-locks", "environment"})
    void a_configuration_parameter_that_is_wrong(String parameter) {
        String name = "cleanstaletypes." + parameter;
        Throwable failure = Suite.of(NoDatabase.class).with(name, "soon").run().failure();

        assertThat(failure)
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(
                        HERE + "NoDatabase: the configuration parameter " + name + " is 'soon'; write ");
    }

    @Test
    void a_url_that_is_wrong_is_told_by_the_parameter_that_has_it() {
        Throwable failure = Suite.of(NoDatabase.class)
                .with("cleanstaletypes.database-url", "postgresql://app@localhost")
                .run()
                .failure();

        assertThat(failure)
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(HERE + "NoDatabase: cleanstaletypes.database-url: no database name; write"
                        + " postgresql://USER@HOST:5432/DATABASE");
    }

    @CleanStaleTypes("mood")
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance extends Runs {}

    @Test
    void with_one_instance_per_class_there_is_one_failure_too() {
        assertThat(message(OneInstance.class)).startsWith(HERE + "OneInstance: there is no database");
    }

    static class WantsAReport {
        @Test
        void runs(CleanupReport report) {}
    }

    @Test
    void a_report_without_a_cleaning() {
        Throwable failure =
                Suite.of(WantsAReport.class).withAutodetection().run().failure();

        assertThat(failure)
                .hasMessage("There is no CleanupReport: nothing was cleaned for " + WantsAReport.class.getName()
                        + ", which has no @CleanStaleTypes");
    }

    private static String message(Class<?> type) {
        Throwable failure = Suite.of(type).run().failure();
        assertThat(failure).isInstanceOf(ExtensionConfigurationException.class);
        return failure.getMessage();
    }
}
