package io.github.cleanstaletypes.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every variable of a connection, and the lines of libpq's files, with every form of a password that belongs elsewhere: it is in no
 * exception, in no cause of one, in no text of the settings, and in no log.
 */
class MisplacedSettingTest {

    private static final List<String> PARTS = List.of("HOST", "PORT", "NAME", "USER", "PASSWORD");

    /** Where any word is right, so that only a password that is known as one can be told from another word. */
    private static final Set<String> TAKE_ANY_WORD = Set.of("HOST", "DATABASE", "DB", "NAME", "USER");

    @TempDir
    Path home;

    private final Logs logs = new Logs();
    private final List<String> leaks = new ArrayList<>();
    private int tried;

    @Test
    void in_any_variable_of_libpq_is_not_shown() {
        Arrays.stream(Keyword.values())
                .map(Keyword::variable)
                .flatMap(Stream::ofNullable)
                .forEach(variable -> misplace("PGHOST=127.0.0.1 PGPORT=1 PGDATABASE=app PGUSER=app", variable));
        assertThat(tried).isGreaterThan(3000);
    }

    @Test
    void in_any_variable_of_another_family_is_not_shown() {
        for (String part : PARTS) {
            misplace("DB_HOST=127.0.0.1 DB_PORT=1 DB_NAME=app DB_USER=app", "DB_" + part);
            misplace(
                    "POSTGRES_HOST=127.0.0.1 POSTGRES_PORT=1 POSTGRES_DB=app POSTGRES_USER=app",
                    "POSTGRES_" + part.replace("NAME", "DB"));
        }
        misplace("PGHOST=127.0.0.1", "DATABASE_URL");
        misplace("PGHOST=127.0.0.1", "CLEAN_STALE_TYPES_DATABASE_URL");
        assertThat(tried).isGreaterThan(1000);
    }

    @Test
    void in_any_line_of_a_service_file_is_not_shown() {
        TestEnvironment environment =
                new TestEnvironment(home).withAll("PGSERVICE=app PGHOST=127.0.0.1 PGPORT=1 PGUSER=app");
        for (String form : MisplacedSecret.all()) {
            for (String line :
                    List.of("%s", "%s=x", "[%s", "dbname=app\n%s=1", "sslmode=%s", "port=%s", "options=%s")) {
                environment.file(".pg_service.conf", "[app]\n" + line.replace("%s", form) + "\ndbname=app\n");
                look(environment, line, form);
            }
        }
        assertThat(tried).isGreaterThan(400);
    }

    @Test
    void in_any_field_of_a_password_file_is_not_shown() {
        TestEnvironment environment = new TestEnvironment(home).withAll("PGHOST=a,b PGDATABASE=app PGUSER=app");
        for (String form : MisplacedSecret.all()) {
            for (String line : List.of("%s", "%s:*:*:*:x", "*:*:*:*:%s", "a:*:*:*:%s\nb:*:*:*:x", "*:*:%s:*:x")) {
                environment.file(".pgpass", line.replace("%s", form));
                look(environment, line, form);
            }
        }
        assertThat(tried).isGreaterThan(250);
    }

    @Test
    void that_a_server_repeats_is_not_shown() throws Exception {
        String everything = "no " + MisplacedSecret.SECRET + " and no app:" + MisplacedSecret.SECRET;
        try (Listener server = Listener.refusing("28000", everything)) {
            for (String variables : List.of(
                    "PGPASSWORD=%s PGUSER=%s",
                    "PGPASSWORD=%s PGUSER=u PGDATABASE=%s",
                    "PGUSER=app:%s",
                    "PGUSER=u PGDATABASE=app:%s",
                    "POSTGRES_PASSWORD=%s PGUSER=%s",
                    "PGPASSWORD=%s PGUSER=u PGAPPNAME=%s")) {
                TestEnvironment environment = new TestEnvironment(home)
                        .withAll("PGHOST=localhost PGSSLMODE=disable PGDATABASE=app")
                        .with("PGPORT", Integer.toString(server.port()))
                        .withAll(variables.replace("%s", MisplacedSecret.SECRET));
                look(environment, variables, "");
                connect(environment, variables);
            }
        }
    }

    @AfterEach
    void nothing_was_shown() {
        logs.close();
        assertThat(leaks).isEmpty();
        assertThat(logs.texts).noneMatch(MisplacedSecret::isIn);
    }

    private void misplace(String others, String variable) {
        for (String form : MisplacedSecret.all()) {
            TestEnvironment environment =
                    new TestEnvironment(home).withAll(others).with(variable, form);
            String part = variable.replaceFirst("^PG|^[A-Z]+_", "");
            if (MisplacedSecret.BARE.contains(form) && TAKE_ANY_WORD.contains(part)) {
                environment.with("PGPASSWORD", form);
            }
            look(environment, variable, form);
            look(
                    new TestEnvironment(home).withAll(others).with(variable, "").with(variable + "_FILE", form),
                    variable + "_FILE",
                    form);
        }
    }

    private void look(TestEnvironment environment, String setting, String form) {
        tried++;
        try {
            ConnectionSettings settings = environment.resolve();
            hidden(settings + " " + settings.warnings() + settings.secrets(), setting, form);
        } catch (SettingsException e) {
            assertThat(e.getMessage()).hasLineCount(1);
            hidden(everythingOf(e), setting, form);
        }
    }

    private void connect(TestEnvironment environment, String setting) throws Exception {
        try {
            new DatabaseWaiter(environment.resolve(), (failure, elapsed) -> hidden(failure.toString(), setting, "told"))
                    .await(Duration.ZERO);
            leaks.add(setting + ": no error");
        } catch (SQLException e) {
            assertThat(e.getMessage()).contains("the server does not let this role in");
            hidden(everythingOf(e), setting, "thrown");
        }
    }

    private void hidden(String text, String setting, String form) {
        if (MisplacedSecret.isIn(text)) {
            leaks.add(setting + ": " + form + " -> " + text);
        }
    }

    /** With causes, suppressed ones and all. */
    private static String everythingOf(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** What anybody logs through Java's own logging, as the driver does. */
    private static final class Logs extends Handler {
        private final List<String> texts = new ArrayList<>();

        Logs() {
            Logger.getLogger("").addHandler(this);
        }

        @Override
        public synchronized void publish(LogRecord line) {
            texts.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            Logger.getLogger("").removeHandler(this);
        }
    }
}
