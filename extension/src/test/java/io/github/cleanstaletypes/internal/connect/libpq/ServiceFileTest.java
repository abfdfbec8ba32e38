package io.github.cleanstaletypes.internal.connect.libpq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cleanstaletypes.internal.connect.TestEnvironment;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** libpq's service file, as the PostgreSQL manual describes it. */
class ServiceFileTest {

    @TempDir
    Path home;

    private TestEnvironment environment;

    @BeforeEach
    void a_service() {
        environment = new TestEnvironment(home).with("PGSERVICE", "shop");
        environment.file(".pg_service.conf", """
                # services
                [stock]
                host=stock.example

                  [shop]
                host=db.example
                # not localhost
                port=6000
                dbname=shop
                user=app
                password=pw=1
                sslmode=disable
                host=too-late
                [other]
                host=other.example
                application_name=other
                """);
    }

    @Test
    void a_service_gives_everything() throws Exception {
        var driver = TestEnvironment.driver(environment.resolve());

        assertThat(environment.resolve()).hasToString("app@db.example:6000/shop (from PGSERVICE)");
        assertThat(driver.getPassword()).isEqualTo("pw=1");
        assertThat(driver.getProperty("sslmode")).isEqualTo("disable");
        assertThat(driver.getUrl()).doesNotContain("other");
    }

    @Test
    void a_service_comes_after_the_url_and_before_the_variables() {
        environment.withAll("DATABASE_URL=postgres://me@/?service=shop PGSERVICE=stock PGUSER=x PGPORT=1 PGPASSWORD=x");

        assertThat(environment.resolve()).hasToString("me@db.example:6000/shop (from DATABASE_URL)");
        assertThat(TestEnvironment.driver(environment.resolve()).getPassword()).isEqualTo("pw=1");
    }

    @Test
    void the_address_of_a_service_does_not_move_the_host_of_a_url() {
        environment.file(".pg_service.conf", "[shop]\nhost=db.example\nhostaddr=10.0.0.7\ndbname=shop\nuser=app");
        assertThat(environment.resolve()).hasToString("app@db.example[10.0.0.7]:5432/shop (from PGSERVICE)");

        environment.with("DATABASE_URL", "postgres://url.example");
        assertThat(environment.resolve()).hasToString("app@url.example:5432/shop (from DATABASE_URL)");
    }

    @Test
    void a_jdbc_url_can_name_a_service() {
        environment.with("DATABASE_URL", "jdbc:postgresql:?service=shop");

        assertThat(environment.resolve()).hasToString("app@db.example:6000/shop (from DATABASE_URL)");
    }

    @Test
    void the_systems_file_is_asked_for_what_the_users_file_lacks() {
        environment.file("etc/pg_service.conf", "[shop]\nhost=no\n[system]\nhost=sys\ndbname=d\nuser=u");

        environment.with("PGSERVICE", "system");
        assertThat(environment.resolve()).hasToString("u@sys:5432/d (from PGSERVICE)");
    }

    @Test
    void a_file_can_be_named() {
        Path named = environment.file("named", "[shop]\nhost=named\ndbname=d\nuser=u");

        environment.with("PGSERVICEFILE", named.toString());
        assertThat(environment.resolve()).hasToString("u@named:5432/d (from PGSERVICE)");
    }

    @Test
    void a_service_that_nobody_defines_is_wrong() {
        environment.with("PGSERVICE", "nowhere");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(environment::resolve)
                .withMessage("PGSERVICE: no such service in '" + home.resolve(".pg_service.conf") + "'");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    SECRET           | no "="; write keyword=value
                    host = db        | unknown parameter; write one of libpq's
                    hots=SECRET      | unknown parameter; write one of libpq's
                    service=other    | unknown parameter; write one of libpq's
                    port=abc         | bad port; write a number from 1 to 65535
                    sslmode=on       | bad sslmode; write allow, disable, prefer, require, verify-ca, verify-full
                    """)
    void a_bad_line_is_named_by_its_number(String line, String problem) {
        Path file = environment.file(".pg_service.conf", "# mine\n[shop]\n" + line + "\ndbname=d\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(environment::resolve)
                .withMessage(file + " line 3: " + problem);
    }
}
