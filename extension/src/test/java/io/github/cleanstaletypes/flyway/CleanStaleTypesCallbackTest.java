package io.github.cleanstaletypes.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.io.TempDir;

/** What the callback removes before Flyway migrates, and what it leaves. */
class CleanStaleTypesCallbackTest {

    private static final String STALE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";
    private static final String TABLE = "CREATE TABLE accounts_user (id int);";

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void a_stale_type_makes_way_for_a_pending_migration(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            database.execute(STALE);
            Scripts scripts = new Scripts(directory).with("V1__accounts.sql", TABLE);
            assertThatThrownBy(() ->
                            scripts.bareFlyway(database.dataSource()).load().migrate())
                    .as("without the callback")
                    .isInstanceOf(FlywayException.class);

            scripts.flyway(database.dataSource()).load().migrate();

            assertThat(database.queryText("SELECT relkind FROM pg_class WHERE relname = 'accounts_user'"))
                    .isEqualTo("r");
        }
    }

    @EachServer(sample = 1)
    void it_can_be_registered_by_its_name(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            database.execute(STALE);

            new Scripts(directory)
                    .with("V1__accounts.sql", TABLE)
                    .bareFlyway(database.dataSource())
                    .configuration(Map.of("flyway.callbacks", CleanStaleTypesCallback.class.getName()))
                    .load()
                    .migrate();

            assertThat(database.queryText("SELECT relkind FROM pg_class WHERE relname = 'accounts_user'"))
                    .isEqualTo("r");
        }
    }

    @EachServer(sample = 1)
    void what_no_pending_migration_claims_stays(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Scripts scripts = new Scripts(directory).with("V1__mood.sql", "CREATE TYPE mood AS ENUM ('sad');");
            scripts.flyway(database.dataSource()).load().migrate();
            database.execute("CREATE TYPE unclaimed AS ENUM ('x')");
            String before = database.queryText(
                    "SELECT string_agg(oid::text || typname, ' ' ORDER BY oid) FROM pg_type WHERE typtype = 'e'");

            scripts.with("V2__accounts.sql", TABLE)
                    .flyway(database.dataSource())
                    .load()
                    .migrate();

            assertThat(
                            database.queryText(
                                    "SELECT string_agg(oid::text || typname, ' ' ORDER BY oid) FROM pg_type WHERE typtype = 'e'"))
                    .as("mood belongs to a migration that has run")
                    .isEqualTo(before);
        }
    }

    @EachServer(sample = 1)
    void a_type_in_use_stays_and_the_migration_fails_as_it_would_without(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            database.execute(
                    STALE, "CREATE TABLE orders (placed_by accounts_user)", "INSERT INTO orders VALUES ('guest')");

            assertThatThrownBy(() -> new Scripts(directory)
                            .with("V1__accounts.sql", TABLE)
                            .flyway(database.dataSource())
                            .load()
                            .migrate())
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("42710");

            assertThat(database.queryText("SELECT placed_by FROM orders")).isEqualTo("guest");
        }
    }

    @EachServer(sample = 1)
    void placeholders_are_replaced(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            database.execute(STALE);

            new Scripts(directory)
                    .with("V1__accounts.sql", "CREATE TABLE ${app}_user (id int);")
                    .flyway(database.dataSource())
                    .placeholders(Map.of("app", "accounts"))
                    .load()
                    .migrate();

            assertThat(database.queryText("SELECT relkind FROM pg_class WHERE relname = 'accounts_user'"))
                    .isEqualTo("r");
        }
    }

    @EachServer(sample = 1)
    void bare_names_mean_flyway_s_default_schema(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            new Scripts(directory)
                    .bareFlyway(database.dataSource())
                    .schemas("My App")
                    .baselineVersion("0")
                    .load()
                    .baseline();
            database.execute("CREATE TYPE \"My App\".accounts_user AS ENUM ('a')", STALE);

            new Scripts(directory)
                    .with("V1__accounts.sql", TABLE)
                    .flyway(database.dataSource())
                    .defaultSchema("My App")
                    .load()
                    .migrate();

            assertThat(database.queryTexts(
                            "SELECT n.nspname || ' ' || t.typtype::text FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace"
                                    + " WHERE typname = 'accounts_user' ORDER BY 1"))
                    .containsExactly("My App c", "public e");
        }
    }

    @EachServer(sample = 1)
    void nothing_is_claimed_by_a_java_migration_or_by_a_script_after_it(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            database.execute(STALE);

            new Scripts(directory)
                    .with("V2__accounts.sql", TABLE)
                    .flyway(database.dataSource())
                    .javaMigrations(new V1__DropsTheType())
                    .load()
                    .migrate();

            assertThat(database.queryText("SELECT relkind FROM pg_class WHERE relname = 'accounts_user'"))
                    .isEqualTo("r");
        }
    }

    @EachServer(sample = 1)
    void it_needs_no_connection_beyond_flyway_s_own(PostgresServer server) {
        try (TestDatabase database = migrated(server)) {
            database.execute(STALE);
            Scripts scripts = new Scripts(directory).with("V1__accounts.sql", TABLE);
            SmallPool pool = new SmallPool(database.dataSource(), 3);

            assertThatCode(() -> scripts.flyway(pool).load().migrate()).doesNotThrowAnyException();

            assertThat(pool.most()).isEqualTo(3);
            assertThat(pool.open()).isZero();
        }
    }

    /** Where Flyway has been before: without a history it refuses a schema that holds anything, and calls no callback. */
    private TestDatabase migrated(PostgresServer server) {
        TestDatabase database = server.createDatabase();
        new Scripts(directory)
                .bareFlyway(database.dataSource())
                .baselineVersion("0")
                .load()
                .baseline();
        return database;
    }

    /** Fails if the type that it drops is not there. */
    static final class V1__DropsTheType extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("DROP TYPE accounts_user");
            }
        }
    }
}
