package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.reset.ResetAction;
import io.github.cleanstaletypes.internal.reset.ResetRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that only {@code reset} has. Null where nothing was written. */
public final class ResetOptions {

    @Option(
            names = "--confirm",
            order = 21,
            paramLabel = "DATABASE",
            description = "The database's own name, which says that this one is meant. Nothing is done without it.")
    @Nullable
    String confirm;

    @Option(
            names = "--end-sessions",
            order = 22,
            description = "End the sessions that are connected. Without it they are named, and nothing is done.")
    @Nullable
    Boolean endSessions;

    @Option(
            names = "--undo",
            order = 23,
            description = "Give the database that was set aside last its name back. The present one is set aside then.")
    @Nullable
    Boolean undo;

    @Option(
            names = "--drop-old",
            order = 24,
            description = "Drop the databases of this name that were set aside, and nothing else.")
    @Nullable
    Boolean dropOld;

    /**
     * What they, and the settings of all commands, ask for.
     *
     * @param withCommand whether a command is to be run afterwards
     * @throws UsageException if one is wrong
     */
    public ResetRequest request(
            CommandSettings settings, ConnectionSettings database, Environment environment, boolean withCommand) {
        OptionValues values = new OptionValues(environment);
        ResetAction action = action(values);
        if (withCommand && action != ResetAction.RESET) {
            throw new UsageException(
                    "CMD is run after a database has been made new, and not with --undo or --drop-old");
        }
        checkConfirmed(values.text("--confirm", confirm), database);
        return new ResetRequest(
                action,
                database,
                settings.dryRun(),
                values.flag("--end-sessions", endSessions),
                settings.databaseWait(),
                settings.lockWait());
    }

    private ResetAction action(OptionValues values) {
        boolean back = values.flag("--undo", undo);
        boolean drop = values.flag("--drop-old", dropOld);
        if (back && drop) {
            throw new UsageException("--undo and --drop-old contradict each other: write one of them");
        }
        return back ? ResetAction.UNDO : drop ? ResetAction.DROP_OLD : ResetAction.RESET;
    }

    private static void checkConfirmed(@Nullable Value confirmed, ConnectionSettings database) {
        if (confirmed == null) {
            throw new UsageException(
                    "reset needs --confirm DATABASE with the database's own name; the settings lead to "
                            + database.describe());
        }
        if (!confirmed.text().equals(database.database())) {
            throw confirmed.problem("is not the name of the database; the settings lead to " + database.describe()
                    + ", and nothing was done");
        }
    }
}
