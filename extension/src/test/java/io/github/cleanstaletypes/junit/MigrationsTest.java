package io.github.cleanstaletypes.junit;

import static io.github.cleanstaletypes.junit.DatabaseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that pending migrations will create are to be free; the directory of the tests' class path is accounts_migrations. */
class MigrationsTest {

    private static final String STALE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    static TestDatabase database;
    static DataSource dataSource;

    @TempDir
    private Path directory;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
        dataSource = database.dataSource();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @CleanStaleTypes(migrations = "classpath:accounts_migrations")
    static class Migrating {
        @BeforeAll
        static void migrate() {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:accounts_migrations")
                    .load()
                    .migrate();
        }

        @Test
        void inserts() {
            database.execute("INSERT INTO accounts_user VALUES (1)");
        }
    }

    @Test
    void frees_the_names_that_they_will_create() {
        database.execute(STALE);

        Suite.Ran ran = Suite.of(Migrating.class).run();

        assertThat(ran.succeeded()).isOne();
        assertThat(ran.reported()).containsExactly("UNUSED_TYPE public.accounts_user dropped");
    }

    @Test
    void is_silent_once_they_have_run() {
        Suite.of(Migrating.class).run();

        Suite.Ran again = Suite.of(Migrating.class).run();

        assertThat(again.succeeded()).isOne();
        assertThat(again.reported()).isEmpty();
    }

    @Test
    void names_what_uses_a_type_whose_name_they_want() {
        database.execute(STALE, "CREATE TABLE orders (placed_by accounts_user)");

        assertThat(Suite.of(Migrating.class).run().failure())
                .hasMessageContaining("TYPE_IN_USE public.accounts_user")
                .hasMessageContaining("claimed by migration")
                .hasMessageContaining("dependent: column placed_by of table public.orders")
                .hasMessageContaining("@CleanStaleTypes(migrations = \"none\")");
    }

    @CleanStaleTypes(migrations = "none")
    static class WithNone {
        @Test
        void runs() {}
    }

    @Test
    void of_none_nothing_is_claimed() {
        assertThat(Suite.of(WithNone.class).run().failure())
                .hasMessageEndingWith(
                        "it claims no name, and there are no migrations in classpath:db/migration; write, for example,"
                                + " @CleanStaleTypes(\"accounts_user\")");
    }

    @CleanStaleTypes
    static class Configured {
        @Test
        void runs() {}
    }

    @Test
    void lie_where_the_suite_says() throws IOException {
        Files.writeString(directory.resolve("V1__accounts.sql"), "CREATE TABLE accounts_user (id int);");
        database.execute(STALE);

        Suite.Ran ran = Suite.of(Configured.class)
                .with("cleanstaletypes.migrations", "filesystem:" + directory)
                .run();

        assertThat(ran.succeeded()).isOne();
        assertThat(database).hasNoTypeNamed("accounts_user");
    }

    @Test
    void that_are_not_where_the_suite_says_are_an_error() {
        assertThat(Suite.of(Configured.class)
                        .with("cleanstaletypes.migrations", "db/nowhere")
                        .run()
                        .failure())
                .hasMessageEndingWith("migrations = \"db/nowhere\": there is no such directory on the class path; write"
                        + " classpath:db/migration, filesystem:DIRECTORY or none");
    }

    @Test
    void lie_in_jars_and_in_directories_of_the_class_path_alike() throws IOException {
        Path jar = directory.resolve("accounts.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("db/"));
            entries.putNextEntry(new ZipEntry("db/migration/"));
            entries.putNextEntry(new ZipEntry("db/migration/V1__accounts.sql"));
            entries.write("CREATE TABLE accounts_user (id int);".getBytes(StandardCharsets.UTF_8));
        }
        Path classes = Files.createDirectories(directory.resolve("classes/db/migration"));
        Files.writeString(classes.resolve("V2__mood.sql"), "CREATE TYPE mood AS ENUM ('good');");
        database.execute(STALE, "CREATE TYPE mood AS ENUM ('bad')", "CREATE TYPE other AS ENUM ()");

        try (URLClassLoader loader = new URLClassLoader(new URL[] {
                    jar.toUri().toURL(), directory.resolve("classes/").toUri().toURL()
                });
                OpenedLocations opened = OpenedLocations.open(Locations.USUAL, loader)) {
            Cleaner.in(dataSource)
                    .claimingPending(opened.migrations().orElseThrow())
                    .clean();
        }

        assertThat(database)
                .hasNoTypeNamed("accounts_user")
                .hasNoTypeNamed("mood")
                .hasTypeNamed("other");
    }
}
