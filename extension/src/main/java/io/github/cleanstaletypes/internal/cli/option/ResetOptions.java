package io.github.cleanstaletypes.internal.cli.option;

import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.cli.syntax.Arguments;
import io.github.cleanstaletypes.internal.cli.syntax.Option;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.reset.ResetAction;
import io.github.cleanstaletypes.internal.reset.ResetRequest;
import org.jspecify.annotations.Nullable;

/** What the options that only {@code reset} has, and their variables, come to. */
public final class ResetOptions {

    private final Arguments given;
    private final OptionValues values;

    public ResetOptions(Arguments given, Environment environment) {
        this.given = given;
        this.values = new OptionValues(given, environment);
    }

    /**
     * What they, and the settings of all commands, ask for.
     *
     * @throws UsageException if one is wrong
     */
    public ResetRequest request(CommandSettings settings, ConnectionSettings database) {
        ResetAction action = action();
        if (!given.operands().isEmpty() && action != ResetAction.RESET) {
            throw new UsageException(
                    "CMD is run after a database has been made new, and not with --undo or --drop-old");
        }
        checkConfirmed(values.text(Option.CONFIRM), database);
        return new ResetRequest(
                action,
                database,
                settings.dryRun(),
                values.flag(Option.END_SESSIONS),
                settings.databaseWait(),
                settings.lockWait());
    }

    private ResetAction action() {
        boolean back = values.flag(Option.UNDO);
        boolean drop = values.flag(Option.DROP_OLD);
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
