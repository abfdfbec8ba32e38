package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are wrong or lead nowhere, each with a password in it that no message may show. */
class PasswordTest {

    private static final String SECRET = "s3cretMarker";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:s3cretMarker@localhost:1/app",
                "postgresql://app:s3cretMarker@localhost:99999/app",
                "postgresql://app:s3cretMarker@localhost:port/app",
                "postgresql://app:s3cretMarker@localhost",
                "postgresql://app:s3cretMarker@/",
                "postgresql://app:s3cretMarker%@localhost/app",
                "postgresql://app:s3cretMarker%zz@localhost/app",
                "postgresql://app:x/s3cretMarker@localhost/app",
                "postgresql://app:x?s3cretMarker@localhost/app",
                "postgresql://app:x#s3cretMarker@localhost/app",
                "postgresql://app:x@s3cretMarker@localhost:1/app",
                "postgresql://app:x:s3cretMarker@localhost:1/app",
                "postgresql://app:s3cretMarker@localhost:1/app?nonsense=1",
                "postgresql://app:s3cretMarker@localhost:1/app?sslmode=nonsense",
                "postgresql://localhost:1/app?user=app&password=s3cretMarker&x=y",
                "jdbc:postgresql://localhost:1/app?user=app&password=s3cretMarker",
                "jdbc:postgresql://app:s3cretMarker@localhost:1/app",
                "mysql://app:s3cretMarker@localhost/app",
                "app:s3cretMarker@localhost/app",
                "host=localhost password=s3cretMarker",
                "postgresql://app:s3cretMarker@nosuchhost.invalid/app",
            })
    void of_a_url_is_never_shown(String url) {
        for (String option : new String[] {"-v", "--format=json"}) {
            assertHidden(CommandRun.withoutDatabase().with("DATABASE_URL", url).run("check", "--wait", "0", option));
            assertHidden(CommandRun.withoutDatabase()
                    .with("CLEAN_STALE_TYPES_DATABASE_URL", url)
                    .run("--wait", "0", option));
            assertHidden(CommandRun.withoutDatabase().run("wait", "--wait", "0", option, "--database-url", url));
            // the URL itself where the path of its file belongs
            assertHidden(
                    CommandRun.withoutDatabase().with("DATABASE_URL_FILE", url).run("restore", "--wait", "0", option));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "types-file",
                "all-unused",
                "schema",
                "all-databases",
                "strict",
                "dry-run",
                // not undo-file: it would be made
                "rollback-prepared",
                "terminate-idle-after",
                "wait",
                "lock-wait",
                "creators-wait",
                "format",
                "quiet",
                "verbose",
                "no-color"
            })
    void of_a_url_that_came_to_stand_in_another_option_is_never_shown(String option) {
        for (String url : List.of(
                "postgresql://app:s3cretMarker@localhost/app",
                "app:s3cretMarker@localhost/app",
                "host=localhost password=s3cretMarker")) {
            CommandRun nowhere = CommandRun.withoutDatabase()
                    .with("DATABASE_URL", "postgresql://app@localhost:1/app")
                    .with("CLEAN_STALE_TYPES_WAIT", "0");
            assertHidden(nowhere.run("--" + option + "=" + url, "-v"));
            assertHidden(nowhere.run("check", "--" + option, url));
            assertHidden(
                    nowhere.with("CLEAN_STALE_TYPES_" + option.replace('-', '_').toUpperCase(Locale.ROOT), url)
                            .run("-v"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PGPASSWORD, PGHOST, PGDATABASE, PGPORT",
        "POSTGRES_PASSWORD, POSTGRES_HOST, POSTGRES_DB, POSTGRES_PORT",
        "DB_PASSWORD, DB_HOST, DB_NAME, DB_PORT"
    })
    void of_a_variable_is_never_shown(String password, String host, String database, String port) {
        CommandRun secret = CommandRun.withoutDatabase().with(password, SECRET);
        CommandRun named = secret.with(host, "localhost").with(database, "app");

        assertHidden(secret.with(host, "localhost").run("-v"));
        assertHidden(named.with(port, "port").run("-v"));
        assertHidden(named.with(port, "1").run("-v", "--wait", "0"));
        assertHidden(named.with(port, "1").run("--wait", "0", "--format", "json"));
        assertHidden(named.with(password + "_FILE", "/nosuch").run("-v"));
        assertHidden(CommandRun.withoutDatabase()
                .with(host, "localhost")
                .with(database, "app")
                .with(password + "_FILE", SECRET)
                .run("-v"));
    }

    private static void assertHidden(Outcome outcome) {
        assertThat(outcome.exitCode()).isIn(2, 3);
        assertThat(outcome.everything()).isNotBlank().doesNotContain(SECRET);
    }
}
