package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cleanstaletypes.internal.connect.setting.Host;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the places that name a database wins, and what fills the gaps that it leaves. */
class SourcesTest {

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    DATABASE_URL=postgres://u@db/d PGHOST=x POSTGRES_HOST=y DB_HOST=z | u@db:5432/d (from DATABASE_URL)
                    PGHOST=a PGDATABASE=d POSTGRES_HOST=y DB_HOST=z          | os_user@a:5432/d (from PGHOST)
                    PGHOST=a PGPORT=6000 PGDATABASE=d PGUSER=u               | u@a:6000/d (from PGHOST)
                    PGDATABASE=d                                             | os_user@localhost:5432/d (from PGDATABASE)
                    PGHOSTADDR=10.0.0.7 PGDATABASE=d                         | os_user@10.0.0.7:5432/d (from PGHOSTADDR)
                    PGHOST=a PGHOSTADDR=10.0.0.7 PGDATABASE=d                | os_user@a[10.0.0.7]:5432/d (from PGHOST)
                    PGHOST=a,b PGPORT=1,2 PGDATABASE=d                       | os_user@a:1,b:2/d (from PGHOST)
                    PGHOST=::1 PGDATABASE=d                                  | os_user@[::1]:5432/d (from PGHOST)
                    POSTGRES_HOST=y POSTGRES_PORT=6000 POSTGRES_DB=d POSTGRES_USER=u DB_HOST=z | u@y:6000/d (from POSTGRES_HOST)
                    DB_HOST=z DB_PORT=6000 DB_NAME=d DB_USER=u               | u@z:6000/d (from DB_HOST)
                    DB_HOST=z DB_NAME=d POSTGRES_DB=x POSTGRES_USER=y POSTGRES_PASSWORD=p | os_user@z:5432/d (from DB_HOST)
                    POSTGRES_DB=d POSTGRES_USER=u POSTGRES_PASSWORD=p DB_NAME=x | u@localhost:5432/d (from POSTGRES_DB)
                    POSTGRES_USER=u POSTGRES_DB=d                            | u@localhost:5432/d (from POSTGRES_DB)
                    DB_NAME=d DB_USER=u                                      | u@localhost:5432/d (from DB_NAME)
                    PGPASSWORD=p PGSSLMODE=disable DB_HOST=z DB_NAME=d       | os_user@z:5432/d (from DB_HOST)
                    DATABASE_URL= PGHOST= POSTGRES_HOST=y POSTGRES_DB=d      | os_user@y:5432/d (from POSTGRES_HOST)
                    POSTGRES_PORT=tcp://10.0.0.1:5432 DB_HOST=z DB_NAME=d    | os_user@z:5432/d (from DB_HOST)
                    """)
    void the_first_that_is_set_wins(String variables, String description) {
        assertThat(new TestEnvironment(home).withAll(variables).resolve().describe())
                .isEqualTo(description);
    }

    @Test
    void the_option_comes_before_every_variable() {
        TestEnvironment environment = new TestEnvironment(home).withAll("DATABASE_URL=postgres://x/y PGHOST=x");

        ConnectionSettings settings = ConnectionSettings.resolve("postgres://u@[::1]:6000/d", environment);

        assertThat(settings).hasToString("u@[::1]:6000/d (from --database-url)");
        assertThat(settings.hosts()).containsExactly(new Host("::1", null, 6000));
        assertThat(settings.source()).isEqualTo("--database-url");
        assertThat(settings.user()).isEqualTo("u");
        assertThat(settings.database()).isEqualTo("d");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    postgres://db      | PGDATABASE=d PGUSER=u PGPORT=6000      | u@db:6000/d (from DATABASE_URL)
                    postgres://u2@db:7000/d2 | PGHOST=x PGDATABASE=d PGUSER=u PGPORT=6000 | u2@db:7000/d2 (from DATABASE_URL)
                    postgres:///d      | PGHOST=x                               | os_user@x:5432/d (from DATABASE_URL)
                    postgres://db/d    | PGHOSTADDR=10.0.0.7                    | os_user@db:5432/d (from DATABASE_URL)
                    jdbc:postgresql:d  | PGHOST=x PGUSER=u                      | u@x:5432/d (from DATABASE_URL)
                    """)
    void libpqs_variables_fill_what_a_url_leaves_open(String url, String variables, String description) {
        TestEnvironment environment =
                new TestEnvironment(home).withAll(variables).with("DATABASE_URL", url);

        assertThat(environment.resolve().describe()).isEqualTo(description);
    }

    @Test
    void libpqs_variables_fill_the_drivers_properties() throws Exception {
        var driver = TestEnvironment.driver(new TestEnvironment(home)
                .withAll("DB_HOST=z DB_NAME=d PGPASSWORD=p PGSSLMODE=disable PGAPPNAME=a PGOPTIONS=-cgeqo=off")
                .withAll(
                        "PGCONNECT_TIMEOUT=3 PGTARGETSESSIONATTRS=read-write PGREQUIREAUTH=md5 PGCHANNELBINDING=disable")
                .withAll("PGGSSENCMODE=disable PGSSLROOTCERT=/r PGSSLCERT=/c PGSSLKEY=/k PGLOADBALANCEHOSTS=random")
                .resolve());

        assertThat(driver.getPassword()).isEqualTo("p");
        assertThat(driver.getUrl())
                .isEqualTo("jdbc:postgresql://z:5432/d?ApplicationName=a&channelBinding=disable&connectTimeout=3"
                        + "&gssEncMode=disable&loadBalanceHosts=true&loginTimeout=3.000&options=-cgeqo%3Doff"
                        + "&requireAuth=md5&socketTimeout=125&sslcert=%2Fc&sslkey=%2Fk&sslmode=disable&sslrootcert=%2Fr"
                        + "&targetServerType=primary&tcpKeepAlive=true");
    }

    @Test
    void a_variable_that_is_not_needed_is_not_looked_at() {
        TestEnvironment environment = new TestEnvironment(home)
                .withAll("DATABASE_URL=postgres://u:p@db:1/d PGPORT=bad PGPASSWORD=x PGPASSWORD_FILE=/nowhere");

        assertThat(environment.resolve()).hasToString("u@db:1/d (from DATABASE_URL)");
    }

    @Test
    void a_file_gives_the_value_of_its_variable_less_one_line_break() {
        TestEnvironment environment = new TestEnvironment(home);
        environment.with(
                "DATABASE_URL_FILE",
                environment.file("url", "postgres://u@db/d\r\n").toString());
        environment.with(
                "PGPASSWORD_FILE", environment.file("password", "p w\n\n").toString());

        assertThat(environment.resolve()).hasToString("u@db:5432/d (from DATABASE_URL_FILE)");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("p w\n");
        environment.file("password", "p w\r\n");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("p w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POSTGRES", "DB"})
    void each_variable_of_a_family_can_be_a_file(String prefix) {
        TestEnvironment environment = new TestEnvironment(home);
        String database = prefix.equals("DB") ? "DB_NAME" : "POSTGRES_DB";
        for (String[] variable : new String[][] {
            {prefix + "_HOST", "db"},
            {prefix + "_PORT", "6000"},
            {database, "d"},
            {prefix + "_USER", "u"},
            {prefix + "_PASSWORD", "p"}
        }) {
            environment.with(
                    variable[0] + "_FILE",
                    environment.file(variable[0], variable[1] + "\n").toString());
        }

        assertThat(environment.resolve()).hasToString("u@db:6000/d (from " + prefix + "_HOST_FILE)");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("p");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
                    EMPTY   | is empty
                    NEWLINE | is empty
                    LATIN1  | cannot be read: it is not UTF-8 text
                    HUGE    | cannot be read: it is larger than 64 KiB
                    """)
    void a_file_without_a_usable_value_is_named(String content, String problem) throws Exception {
        TestEnvironment environment = new TestEnvironment(home);
        Path file = home.resolve("secret");
        Files.write(
                file,
                switch (content) {
                    case "EMPTY" -> new byte[0];
                    case "NEWLINE" -> new byte[] {'\n'};
                    case "LATIN1" -> new byte[] {'p', (byte) 0xe9};
                    default -> new byte[64 * 1024 + 1];
                });
        environment.withAll("DB_HOST=db DB_NAME=d").with("DB_PASSWORD_FILE", file.toString());

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(environment::resolve)
                .withMessage("DB_PASSWORD_FILE: the file '" + file + "' " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_URL_FILE=app:secret@db.example/app",
                "DATABASE_URL_FILE=/app:secret",
                "DATABASE_URL_FILE=secret",
                "CLEAN_STALE_TYPES_DATABASE_URL_FILE=db/app?password=secret",
                "PGPASSWORD_FILE=se/cret/secret",
                "DB_PASSWORD_FILE=/secret",
                "POSTGRES_PASSWORD_FILE=secret/secret",
                "PGHOST_FILE=app:secret@db/app",
                "DB_HOST_FILE=postgres://app:secret@db/app"
            })
    void a_secret_where_its_file_belongs_is_not_shown(String variable) {
        TestEnvironment environment = new TestEnvironment(home);
        if (variable.startsWith("PGPASSWORD_FILE")) {
            environment.withAll("DATABASE_URL=postgres://app@db/app");
        }
        environment.withAll(variable);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(environment::resolve)
                .withMessageStartingWith(
                        variable.split("=")[0] + ": the file (not shown, it may be a password and no path)")
                .withMessageEndingWith(" cannot be read: no such file or directory")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void a_missing_file_of_a_directory_that_is_there_is_named() {
        TestEnvironment environment = new TestEnvironment(home);
        Path missing = home.resolve("missing");
        environment.with("DATABASE_URL_FILE", missing.toString());

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(environment::resolve)
                .withMessage("DATABASE_URL_FILE: the file '" + missing + "' cannot be read: no such file or directory");
    }

    @Test
    void a_file_of_the_largest_size_is_read_whole() {
        TestEnvironment environment = new TestEnvironment(home).withAll("DB_HOST=db DB_NAME=d");
        String password = "p".repeat(64 * 1024);
        environment.with(
                "DB_PASSWORD_FILE", environment.file("secret", password).toString());

        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo(password);
    }

    @Test
    void require_checks_the_certificate_if_there_is_an_authority_to_check_it_against() throws Exception {
        TestEnvironment environment = new TestEnvironment(home).withAll("DATABASE_URL=postgres://db/d?sslmode=require");
        assertThat(TestEnvironment.driver(environment.resolve()).getProperty("sslmode"))
                .isEqualTo("require");

        environment.file(".postgresql/root.crt", "");
        assertThat(TestEnvironment.driver(environment.resolve()).getProperty("sslmode"))
                .isEqualTo("verify-ca");
    }

    @Test
    void an_application_name_is_only_given_where_the_user_gave_none() throws Exception {
        TestEnvironment environment = new TestEnvironment(home).withAll("DATABASE_URL=postgres://db/d");

        assertThat(TestEnvironment.driver(environment.resolve().withApplicationName("ours"))
                        .getProperty("ApplicationName"))
                .isEqualTo("ours");
        environment.with("PGAPPNAME", "theirs");
        assertThat(TestEnvironment.driver(environment.resolve().withApplicationName("ours"))
                        .getProperty("ApplicationName"))
                .isEqualTo("theirs");
    }
}
