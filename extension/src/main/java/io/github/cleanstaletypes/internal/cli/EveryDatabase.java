package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.CommandSettings;
import io.github.cleanstaletypes.internal.cli.undo.Undo;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.connect.DatabaseWaiter;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.run.EachDatabase;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.report.DatabaseReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One command in every database of a server: what each has to say comes in one piece, once it is through. */
final class EveryDatabase {

    private final CommandSettings settings;
    private final ConnectionSettings server;
    private final Undo undo;
    private final Output output;

    EveryDatabase(CommandSettings settings, ConnectionSettings server, Undo undo, Output output) {
        this.settings = settings;
        this.server = server;
        this.undo = undo;
        this.output = output;
    }

    /** Closes the connection, which the run in its database must not meet. */
    List<DatabaseReport> run(Connection any, Execution.Work work) throws SQLException {
        EachDatabase databases;
        try (any) {
            databases = EachDatabase.of(any, this::connect);
        }
        return databases.each((name, types) -> {
            DeferredProgress progress = new DeferredProgress(output);
            try {
                return work.with(settings.applyTo(types).reportingTo(new TeeProgress(undo.of(name), progress)))
                        .get(0);
            } finally {
                progress.release(name);
            }
        });
    }

    /** Why it could not be done in some of them, by database. */
    static Map<String, String> failures(List<DatabaseReport> reports) {
        Map<String, String> failures = new LinkedHashMap<>();
        for (DatabaseReport report : reports) {
            if (report.failure() != null) {
                failures.put(Harmless.line(report.database()), Harmless.line(report.failure()));
            }
        }
        return failures;
    }

    private Connection connect(String name) throws SQLException {
        try {
            return new DatabaseWaiter(server.withDatabase(name)).await(settings.databaseWait());
        } catch (DatabaseUnavailableException e) {
            // without its SQLSTATE, which the words say
            throw new SQLException(e.failure().toString());
        } catch (SettingsException e) {
            throw new SQLException(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted");
        }
    }
}
