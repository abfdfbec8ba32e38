package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * URLs as other programs and services write them: each with what is connected to, or the line that tells what to write instead.
 *
 * <p>In the table every password is {@code SECRET} or begins with it, and no text shows it.
 */
class UrlsOfOtherProgramsTest {

    private static final List<String> SHOWN = List.of("sslmode", "currentSchema", "options");

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "urls-of-other-programs.txt", delimiter = '|', quoteCharacter = '\0')
    void are_understood_or_refused_with_the_way_out(String url, String outcome) throws SQLException {
        String seen = outcome(url);

        assertThat(seen).isEqualTo(outcome).doesNotContain("SECRET");
    }

    @Test
    void springs_variables_are_a_source_of_their_own() {
        ConnectionSettings settings = new TestEnvironment(home)
                .with("SPRING_DATASOURCE_URL", "jdbc:postgresql://db:5433/shop")
                .with("SPRING_DATASOURCE_USERNAME", "app")
                .with("SPRING_DATASOURCE_PASSWORD", "SECRET")
                .with("PGHOST", "other")
                .resolve();

        assertThat(settings).hasToString("app@db:5433/shop (from SPRING_DATASOURCE_URL)");
        assertThat(TestEnvironment.driver(settings).getPassword()).isEqualTo("SECRET");
    }

    @Test
    void what_springs_url_says_itself_counts_more_than_its_other_variables() {
        ConnectionSettings settings = new TestEnvironment(home)
                .with("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/shop?user=owner&password=SECRET")
                .with("SPRING_DATASOURCE_USERNAME", "app")
                .with("SPRING_DATASOURCE_PASSWORD", "other")
                .resolve();

        assertThat(settings.user()).isEqualTo("owner");
        assertThat(TestEnvironment.driver(settings).getPassword()).isEqualTo("SECRET");
    }

    @EachServer(sample = 1)
    void a_session_has_the_schema_and_the_role_that_the_other_program_would_have(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            String url = database.jdbcUrl().replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "")
                    + "?user=postgres&schema=My%20App%22s&role=" + role;
            try (Connection connection = new TestEnvironment(home)
                            .with("DATABASE_URL", url)
                            .resolve()
                            .dataSource()
                            .getConnection();
                    ResultSet row = connection
                            .createStatement()
                            .executeQuery("SELECT current_setting('search_path'), current_user")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("\"My App\"\"s\"");
                assertThat(row.getString(2)).isEqualTo(role);
            }
        }
    }

    private String outcome(String url) throws SQLException {
        try {
            ConnectionSettings settings =
                    new TestEnvironment(home).with("DATABASE_URL", url).resolve();
            PGSimpleDataSource driver = TestEnvironment.driver(settings);
            if (url.contains("SECRET")) {
                assertThat(driver.getPassword()).startsWith("SECRET");
            }
            StringBuilder shown = new StringBuilder();
            for (String property : SHOWN) {
                String value = driver.getProperty(property);
                shown.append(value == null ? "" : " " + property + "=" + value);
            }
            return settings.describeAtLength()
                    .replace("; passed over: ", " without ")
                    .replace(" (from DATABASE_URL)", shown);
        } catch (SettingsException e) {
            assertThat(e).hasMessageStartingWith("DATABASE_URL: ").hasNoCause();
            return "! " + e.getMessage().substring("DATABASE_URL: ".length());
        }
    }
}
