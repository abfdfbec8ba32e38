package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.CleanupReport;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.apply.Progress;
import io.github.cleanstaletypes.connect.ConnectionSettings;
import io.github.cleanstaletypes.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.connect.DatabaseWaiter;
import io.github.cleanstaletypes.connect.Environment;
import io.github.cleanstaletypes.connect.SettingsException;
import io.github.cleanstaletypes.report.Document;
import io.github.cleanstaletypes.report.Harmless;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One command, from its settings to its exit code. */
final class Execution {

    /** What a command does with the database, once that answers. */
    interface Work {
        List<CleanupReport> with(StaleTypes types);
    }

    private final Environment environment;
    private final Output output;
    private final String command;
    private final Options options;

    Execution(Environment environment, Output output, String command, Options options) {
        this.environment = environment;
        this.output = output;
        this.command = command;
        this.options = options;
    }

    /** Connects, waiting if need be, does the work, and tells. */
    int run(Work work) {
        try {
            Settings settings = Settings.of(options, environment);
            ConnectionSettings database = database(settings);
            output.begin();
            return connected(settings, database, work);
        } catch (UsageException | SettingsException e) {
            return failed(ExitCode.USAGE, e, List.of(), null);
        } catch (UncheckedIOException e) {
            return failed(ExitCode.COULD_NOT_FINISH, e, List.of(), null);
        }
    }

    /** Tells that the arguments were not understood. */
    int refuse(String why) {
        return failed(ExitCode.USAGE, new UsageException(why), List.of(), null);
    }

    private ConnectionSettings database(Settings settings) {
        ConnectionSettings database = ConnectionSettings.resolve(settings.databaseUrl(), environment);
        database.warnings().forEach(output::warn);
        return database.withApplicationName("clean-stale-types");
    }

    private int connected(Settings settings, ConnectionSettings database, Work work) {
        DatabaseWaiter waiter = new DatabaseWaiter(database, (failure, elapsed) -> {
            if (failure.worthWaiting() && elapsed.compareTo(settings.databaseWait()) < 0) {
                output.waitingForDatabase(failure);
            }
        });
        try (UndoFile undo = UndoFile.open(settings.undoFile());
                Connection connection = waiter.await(settings.databaseWait())) {
            output.connected(
                    database.describe(),
                    settings.allUnused() || !settings.claims().isEmpty());
            return work(settings, database, connection, undo, work);
        } catch (DatabaseUnavailableException e) {
            return failed(ExitCode.COULD_NOT_FINISH, e, List.of(), e);
        } catch (SQLException e) {
            return failed(ExitCode.COULD_NOT_FINISH, e, List.of(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(ExitCode.COULD_NOT_FINISH, e, List.of(), null);
        }
    }

    private int work(Settings settings, ConnectionSettings database, Connection connection, Progress undo, Work work) {
        try {
            List<CleanupReport> reports =
                    work.with(settings.applyTo(StaleTypes.on(connection)).telling(new BothProgress(undo, output)));
            ExitCode exitCode = exitCode(reports);
            output.end(document(
                    reports,
                    exitCode,
                    exitCode == ExitCode.COULD_NOT_FINISH
                            ? "this role may not make all of the changes; each finding says which"
                            : null));
            return exitCode.code();
        } catch (StaleTypesException e) {
            List<CleanupReport> partial = e.done().isEmpty()
                    ? List.of()
                    : List.of(new CleanupReport(database.database(), e.serverVersion(), e.done(), List.of()));
            return failed(ExitCode.COULD_NOT_FINISH, e, partial, null);
        }
    }

    private static ExitCode exitCode(List<CleanupReport> reports) {
        if (reports.stream().anyMatch(CleanupReport::couldNotFinish)) {
            return ExitCode.COULD_NOT_FINISH;
        }
        return reports.stream().allMatch(CleanupReport::clean) ? ExitCode.CLEAN : ExitCode.FINDINGS_REMAIN;
    }

    private int failed(
            ExitCode exitCode,
            Exception e,
            List<CleanupReport> reports,
            @Nullable DatabaseUnavailableException unavailable) {
        Document document = document(reports, exitCode, Harmless.line(String.valueOf(e.getMessage())));
        output.failed(document, unavailable == null ? null : unavailable.failure());
        return exitCode.code();
    }

    private Document document(List<CleanupReport> reports, ExitCode exitCode, @Nullable String error) {
        return new Document(Version.get(), command, reports, exitCode.code(), error);
    }
}
