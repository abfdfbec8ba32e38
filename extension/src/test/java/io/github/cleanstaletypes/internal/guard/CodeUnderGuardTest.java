package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.MigrationGuard;
import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.guard.live.LiveLimits;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.ShortLivedJava;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** Code that guards itself, in a process that runs under the command {@code guard}: there is one lock, and it is the command's. */
class CodeUnderGuardTest {

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @EachServer(sample = 1)
    void takes_no_second_lock_and_does_not_wait_for_its_own(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('stale')");
            List<String> command = ShortLivedJava.words(
                    "-cp", System.getProperty("java.class.path"), Program.class.getName(), database.jdbcUrl());
            GuardReport report = guard(database, command);
            assertThat(report.exitStatus())
                    .as(report.error() + errors.toString(StandardCharsets.UTF_8))
                    .isZero();
            assertThat(database.queryTexts("SELECT holders FROM seen")).containsExactly("1");
        }
    }

    private GuardReport guard(TestDatabase database, List<String> command) {
        Map<String, String> variables = Map.of("PATH", System.getenv("PATH"), "HOME", "/nonexistent");
        Environment environment = variables::get;
        Duration seconds = Duration.ofSeconds(10);
        GuardSettings settings = new GuardSettings(
                command,
                ConnectionSettings.ofUrl("--database-url", database.jdbcUrl(), environment),
                null,
                null,
                environment,
                errors,
                true,
                new RunSettings(
                        (types, wait) -> types.waitingForCreators(wait).clean(),
                        Progress.SILENT,
                        new GuardWaits(seconds, seconds, Duration.ZERO, Duration.ofSeconds(2), seconds),
                        OnLockLost.STOP,
                        0,
                        false,
                        false),
                LiveLimits.USUAL,
                null);
        return new Guard(settings, new SilentNarrator()).run();
    }

    /** The command. */
    static final class Program {

        private static final String SEE = "CREATE TABLE seen AS SELECT count(*)::text AS holders FROM pg_locks l"
                + " JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND a.application_name LIKE 'cst-guard:%'"
                + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(arguments[0]);
            MigrationGuard.in(dataSource)
                    .claiming("mood")
                    .waitingForLock(Duration.ZERO)
                    .call(() -> {
                        run(dataSource);
                        return null;
                    });
        }

        private static void run(PGSimpleDataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                try (ResultSet row = statement.executeQuery("SELECT to_regtype('mood')")) {
                    row.next();
                    if (row.getString(1) != null) {
                        throw new IllegalStateException("it has not been cleaned");
                    }
                }
                statement.execute(SEE);
            }
        }
    }
}
