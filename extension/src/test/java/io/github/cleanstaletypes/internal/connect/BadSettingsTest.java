package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each wrong setting and the exact line that it gets.
 *
 * <p>In the table every password is {@code SECRET} or holds it, and no message may.
 */
class BadSettingsTest {

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "bad-urls.txt", delimiter = '|', quoteCharacter = '\0')
    void a_bad_url_gets_one_line_that_names_variable_and_part(String url, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() ->
                        new TestEnvironment(home).with("DATABASE_URL", url).resolve())
                .withMessage("DATABASE_URL: " + message)
                .withNoCause()
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("SECRET").hasLineCount(1));
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConnectionSettings.resolve(url, new TestEnvironment(home)))
                .withMessage("--database-url: " + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "bad-variables.txt", delimiter = '|', quoteCharacter = '\0')
    void a_bad_variable_gets_one_line_that_names_it(String variables, String message) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> new TestEnvironment(home).withAll(variables).resolve())
                .withMessage(message)
                .withNoCause()
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("SECRET").hasLineCount(1));
    }

    @Test
    void an_empty_option_is_not_taken_for_no_option() {
        TestEnvironment environment = new TestEnvironment(home).withAll("DATABASE_URL=postgres://production/app");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConnectionSettings.resolve("", environment))
                .withMessage("--database-url: is empty; write postgresql://USER@HOST:5432/DATABASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://app:SECRET@db/a\nb", "jdbc:postgresql://db/app?password=SECRET\u0000"})
    void a_control_character_in_a_url_is_refused(String url) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() ->
                        new TestEnvironment(home).with("DATABASE_URL", url).resolve())
                .withMessage("DATABASE_URL: a control character or line break; percent-encode it");
    }

    @Test
    void nothing_set_teaches_every_source_in_order() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(
                        () -> new TestEnvironment(home).with("DATABASE_URL", "").resolve())
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1))
                .withMessage("no database given; set one of, first wins:"
                        + " --database-url postgresql://app@db.example:5432/app,"
                        + " DATABASE_URL=postgresql://app@db.example:5432/app,"
                        + " SPRING_DATASOURCE_URL=jdbc:postgresql://db.example:5432/app with"
                        + " SPRING_DATASOURCE_USERNAME=app,"
                        + " PGSERVICE=app or PGHOST=db.example with PGDATABASE=app and PGUSER=app,"
                        + " POSTGRES_HOST=db.example with POSTGRES_DB=app and POSTGRES_USER=app,"
                        + " DB_HOST=db.example with DB_NAME=app and DB_USER=app;"
                        + " each variable also as …_FILE, the password in PGPASSWORD, POSTGRES_PASSWORD, DB_PASSWORD or"
                        + " ~/.pgpass");
    }

    @Test
    void a_container_without_a_user_name_has_to_say_one() {
        Environment nameless = new Environment() {
            @Override
            public String get(String name) {
                return name.equals("DATABASE_URL") ? "postgres://db/app" : null;
            }

            @Override
            public String osUser() {
                return null;
            }
        };

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> ConnectionSettings.resolve(null, nameless))
                .withMessage("DATABASE_URL: no user; name one there, or set PGUSER");
    }
}
