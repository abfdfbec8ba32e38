package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.cli.json.Document;
import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.option.UsageException;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Command;
import io.github.cleanstaletypes.internal.cli.undo.Undo;
import io.github.cleanstaletypes.internal.cli.undo.UndoFile;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.connect.DatabaseWaiter;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.DatabaseReport;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One command, from its settings to its exit code. */
final class Execution {

    /** What a command does with the database, once that answers. */
    interface Work {
        List<CleanupReport> with(Cleaner types);
    }

    private final Environment environment;
    private final Secrets secrets;
    private final Output output;
    private final Arguments arguments;

    Execution(Environment environment, Secrets secrets, Output output, Arguments arguments) {
        this.environment = environment;
        this.secrets = secrets;
        this.output = output;
        this.arguments = arguments;
    }

    /** Connects, waiting if need be, does the work, and tells. */
    int run(Work work) {
        Ending ending = ending(work);
        ending.tell(output);
        return ending.document().exitCode();
    }

    /** Tells that the arguments were not understood. */
    int refuse(String why) {
        Ending ending = broken(ExitCode.USAGE, new UsageException(why));
        ending.tell(output);
        return ending.document().exitCode();
    }

    /**
     * How a command ended: told when all is closed, so that it is told once.
     *
     * @param whole whether the command did its work
     * @param failure why the database could not be connected to, or null if that was not it
     */
    private record Ending(
            Document document, boolean whole, @Nullable ConnectionFailure failure) {

        void tell(Output output) {
            if (whole) {
                output.end(document);
            } else {
                output.failed(document, failure);
            }
        }
    }

    private Ending ending(Work work) {
        try {
            CommandSettings settings = CommandSettings.of(arguments, environment);
            ConnectionSettings database = database(settings);
            Value undoFile = arguments.command() == Command.CLEAN && !settings.dryRun() ? settings.undoFile() : null;
            if (undoFile == null) {
                return connected(settings, database, Undo.NONE, work);
            }
            try (Undo undo = UndoFile.open(undoFile, settings.allDatabases())) {
                return connected(settings, database, undo, work);
            }
        } catch (UsageException | SettingsException e) {
            return broken(ExitCode.USAGE, e);
        } catch (UncheckedIOException e) {
            return broken(ExitCode.COULD_NOT_FINISH, e);
        }
    }

    private ConnectionSettings database(CommandSettings settings) {
        ConnectionSettings database = ConnectionSettings.resolve(settings.databaseUrl(), environment);
        secrets.addAll(database.secrets());
        database.warnings().forEach(output::warn);
        return database.withApplicationName("clean-stale-types");
    }

    private Ending connected(CommandSettings settings, ConnectionSettings database, Undo undo, Work work) {
        output.begin();
        DatabaseWaiter waiter = new DatabaseWaiter(database, (failure, elapsed) -> {
            if (failure.worthWaiting() && elapsed.compareTo(settings.databaseWait()) < 0) {
                output.waitingForDatabase(failure, settings.databaseWait());
            }
        });
        try {
            return arguments.command() == Command.WAIT
                    ? awaited(settings, database, waiter)
                    : worked(settings, database, waiter, undo, work);
        } catch (DatabaseUnavailableException e) {
            return new Ending(document(List.of(), ExitCode.COULD_NOT_FINISH, e), false, e.failure());
        } catch (SQLException e) {
            return broken(ExitCode.COULD_NOT_FINISH, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return broken(ExitCode.COULD_NOT_FINISH, e);
        }
    }

    private Ending work(
            CommandSettings settings, ConnectionSettings database, Connection connection, Undo undo, Work work) {
        try {
            List<CleanupReport> reports = work.with(settings.applyTo(Cleaner.on(connection))
                    .reportingTo(new TeeProgress(undo.of(database.database()), output)));
            return whole(reports);
        } catch (RunFailedException e) {
            List<CleanupReport> partial = e.done().isEmpty()
                    ? List.of()
                    : List.of(new CleanupReport(database.database(), e.serverVersion(), e.done(), List.of()));
            return new Ending(document(partial, ExitCode.COULD_NOT_FINISH, e), false, null);
        }
    }

    private Ending worked(
            CommandSettings settings, ConnectionSettings database, DatabaseWaiter waiter, Undo undo, Work work)
            throws DatabaseUnavailableException, InterruptedException, SQLException {
        try (Connection connection = waiter.await(settings.databaseWait())) {
            output.connected(database.describeAtLength(), settings.anythingClaimed());
            return settings.allDatabases()
                    ? everywhere(connection, new EveryDatabase(settings, database, undo, output), work)
                    : work(settings, database, connection, undo, work);
        }
    }

    private Ending awaited(CommandSettings settings, ConnectionSettings database, DatabaseWaiter waiter)
            throws DatabaseUnavailableException, InterruptedException, SQLException {
        long start = System.nanoTime();
        waiter.await(settings.databaseWait()).close();
        Migrations migrations = settings.migrations();
        output.connected(database.describeAtLength(), migrations != null);
        try {
            if (migrations != null) {
                Cleaner each = Cleaner.in(database.dataSource()).claimingPending(migrations);
                new PendingWait(each, output, settings.databaseWait()).await(start);
            }
            return whole(List.of());
        } catch (RunFailedException e) {
            return broken(ExitCode.COULD_NOT_FINISH, e);
        }
    }

    private Ending everywhere(Connection any, EveryDatabase databases, Work work) throws SQLException {
        List<DatabaseReport> all = databases.run(any, work);
        List<CleanupReport> reports = all.stream().map(DatabaseReport::report).toList();
        Map<String, String> failures = EveryDatabase.failures(all);
        if (failures.isEmpty()) {
            return whole(reports);
        }
        String error = "could not finish in " + failures.size() + " of " + all.size() + " databases: "
                + String.join(
                        "; ",
                        failures.entrySet().stream()
                                .map(failure -> failure.getKey() + ": " + failure.getValue())
                                .toList());
        return new Ending(document(reports, ExitCode.COULD_NOT_FINISH, error), true, null);
    }

    private Ending whole(List<CleanupReport> reports) {
        ExitCode exitCode = exitCode(reports);
        String error = exitCode == ExitCode.COULD_NOT_FINISH
                ? "this role may not make all of the changes; each finding says which"
                : null;
        return new Ending(document(reports, exitCode, error), true, null);
    }

    private static ExitCode exitCode(List<CleanupReport> reports) {
        if (reports.stream().anyMatch(CleanupReport::couldNotFinish)) {
            return ExitCode.COULD_NOT_FINISH;
        }
        return reports.stream().allMatch(CleanupReport::isClean) ? ExitCode.CLEAN : ExitCode.FINDINGS_REMAIN;
    }

    private Ending broken(ExitCode exitCode, Exception e) {
        return new Ending(document(List.of(), exitCode, e), false, null);
    }

    private Document document(List<CleanupReport> reports, ExitCode exitCode, Exception e) {
        return document(reports, exitCode, Harmless.line(String.valueOf(e.getMessage())));
    }

    private Document document(List<CleanupReport> reports, ExitCode exitCode, @Nullable String error) {
        return new Document(Version.get(), arguments.command().word(), reports, exitCode.code(), error);
    }
}
