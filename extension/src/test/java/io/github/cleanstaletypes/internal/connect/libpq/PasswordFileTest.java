package io.github.cleanstaletypes.internal.connect.libpq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.TestEnvironment;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** libpq's password file, as the PostgreSQL manual describes it. */
class PasswordFileTest {

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    db:5432:shop:app:pw               | app@db/shop       | pw
                    *:*:*:*:pw                        | app@db/shop       | pw
                    *:5432:shop:app:pw                | app@db:5433/shop  |
                    db:5432:shop:app:pw               | app@db2/shop      |
                    db:5432:shop:app:pw               | app@db/shop2      |
                    db:5432:shop:app:pw               | app2@db/shop      |
                    #db:5432:shop:app:pw              | app@db/shop       |
                    db:5432:shop:app                  | app@db/shop       |
                    db:5432:shop:app:                 | app@db/shop       |
                    db:5432:shop:app:p\\:w\\\\x       | app@db/shop       | p:w\\x
                    db:5432:shop:app:p\\w             | app@db/shop       | pw
                    db:5432:shop:app:pw:rest          | app@db/shop       | pw
                    \\:\\:1:5432:shop:app:pw          | app@[::1]/shop    | pw
                    db:5432:a\\:b\\\\c:app:pw         | app@db/a%3Ab%5Cc  | pw
                    db:5432:\\*:app:pw                | app@db/shop       |
                    db:5432:\\*:app:pw                | app@db/*          | pw
                    db:5432:shop:app: p w#            | app@db/shop       |  p w#
                    localhost:*:*:*:pw                | app@/shop         | pw
                    other:*:*:*:no~*:*:*:*:first~*:*:*:*:second | app@db/shop | first
                    """)
    void the_first_line_that_fits_gives_the_password(String lines, String url, String password) {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://" + url);
        environment.file(".pgpass", lines.replace('~', '\n') + "\r\n");

        String expected = password == null ? "" : password;
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword().strip())
                .isEqualTo(expected.strip());
    }

    @Test
    void a_password_given_elsewhere_comes_first() {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://app@db/shop");
        environment.file(".pgpass", "*:*:*:*:file");
        environment.with("PGPASSWORD", "variable");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("variable");

        environment.with("DATABASE_URL", "postgres://app:url@db/shop");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("url");
    }

    @Test
    void the_file_can_be_named_by_variable_and_by_parameter() {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://app@db/shop");
        environment.file(".pgpass", "*:*:*:*:home");
        environment.with("PGPASSFILE", environment.file("one", "*:*:*:*:one").toString());
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("one");

        Path two = environment.file("two", "*:*:*:*:two");
        environment.with("DATABASE_URL", "postgres://app@db/shop?passfile=" + two);
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---", "rw------x"})
    void a_file_that_others_may_use_is_ignored_with_a_warning(String permissions) throws Exception {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://app@db/shop");
        Path file = environment.file(".pgpass", "*:*:*:*:pw");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        ConnectionSettings settings = environment.resolve();

        assertThat(TestEnvironment.driver(settings).getPassword()).isEmpty();
        assertThat(settings.warnings())
                .containsExactly("The password file '" + file
                        + "' is ignored: it may be read by others; run: chmod 600 '" + file + "'");
    }

    @Test
    void a_directory_is_ignored_with_a_warning_and_a_missing_file_without() throws Exception {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://app@db/shop");
        assertThat(environment.resolve().warnings()).isEmpty();

        Path directory = Files.createDirectory(home.resolve(".pgpass"));
        assertThat(environment.resolve().warnings())
                .containsExactly("The password file '" + directory
                        + "' is ignored: it cannot be read: it is a directory; only plain files are read");
    }

    @Test
    void another_database_can_have_another_password() {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://app@db/shop");
        environment.file(".pgpass", "*:*:shop:*:one\n*:*:stock:*:two");

        ConnectionSettings stock = environment.resolve().withDatabase("stock");

        assertThat(TestEnvironment.driver(stock).getPassword()).isEqualTo("two");
        assertThat(stock).hasToString("app@db:5432/stock (from DATABASE_URL)");
    }

    @Test
    void several_hosts_share_one_password_or_none() {
        TestEnvironment environment = new TestEnvironment(home).with("DATABASE_URL", "postgres://app@a,b/shop");
        environment.file(".pgpass", "a:*:*:*:same\nb:*:*:*:same");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("same");

        Path file = environment.file(".pgpass", "a:*:*:*:SECRET1\nb:*:*:*:SECRET2");
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(environment::resolve)
                .withMessage(
                        "'" + file + "': a:5432 and b:5432 do not have the same password, but the JDBC driver sends one"
                                + " to all hosts; give it in PGPASSWORD, or name one host");

        environment.file(".pgpass", "a:*:*:*:SECRET1");
        assertThatExceptionOfType(SettingsException.class).isThrownBy(environment::resolve);
    }

    @Test
    void a_host_with_an_address_is_looked_up_by_its_name() {
        TestEnvironment environment =
                new TestEnvironment(home).with("DATABASE_URL", "postgres://app@db/shop?hostaddr=10.0.0.7");
        environment.file(".pgpass", "db:*:*:*:pw");

        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("pw");
    }
}
