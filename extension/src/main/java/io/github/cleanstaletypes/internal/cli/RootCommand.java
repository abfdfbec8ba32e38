package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.Options;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Without a command it cleans. Holds the options, which each command inherits. */
@Command(
        name = "clean-stale-types",
        header = "Finds stale PostgreSQL types that make migrations fail, and removes what is safe to remove.",
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "",
            "A type is removed only if nothing uses it and you claim its name. Tables are never touched.",
            "Without a command it cleans.",
            ""
        },
        footer = {
            "",
            "An option of a command can stand before or after it, or be a variable:",
            "  CLEAN_STALE_TYPES_LOCK_WAIT=1m is --lock-wait 1m,",
            "  CLEAN_STALE_TYPES_ALL_UNUSED=true is --all-unused.",
            "What is written wins over its variable. Which options a command has, its help",
            "says; a variable of another command's option is passed over.",
            "",
            "The database is the first of these that is set:",
            "  --database-url, DATABASE_URL",
            "  PGSERVICE, PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD",
            "  POSTGRES_HOST, POSTGRES_PORT, POSTGRES_DB, POSTGRES_USER, POSTGRES_PASSWORD",
            "  DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD",
            "X_FILE names a plain file of at most 64 KiB that holds the value of X. A URL on",
            "the command line is visible to every user of the machine: keep the password out",
            "of it. Nothing that is printed shows a password, nor a setting that is wrong.",
            "",
            "No wait is without a limit. An answer of the server may take 35 s, a look at the",
            "whole catalog 125 s; socketTimeout in a jdbc: URL makes it less. An attempt to",
            "connect may take 10 s for each host, or connect_timeout. The other limits are",
            "--wait, --lock-wait and --creators-wait.",
            "",
            "Examples:",
            "  # What stands in the way of the table accounts_user?",
            "  java -jar clean-stale-types-cli.jar check --type accounts_user --strict",
            "  # Clean before a migration, in an entrypoint:",
            "  STALE_TYPES=accounts_user,app.mood java -jar clean-stale-types-cli.jar",
            "  # Migrate in every replica's entrypoint, one replica at a time:",
            "  java -jar clean-stale-types-cli.jar guard -- python manage.py migrate",
            "  # See what would be done, then do it and keep the way back:",
            "  java -jar clean-stale-types-cli.jar clean --all-unused --dry-run",
            "  java -jar clean-stale-types-cli.jar clean --all-unused --undo-file undo.sql",
            "  # Why did the migration fail?",
            "  java -jar clean-stale-types-cli.jar explain migration.log",
            "",
            "Exit status:",
            "  0   nothing stale remains",
            "  1   findings remain, each says why",
            "  2   usage or configuration",
            "  3   could not finish: unreachable, no answer in time, no privilege, the lock",
            "      was not free in time; nothing is half done",
            "  70  a bug of this program"
        },
        subcommands = {
            CheckCommand.class,
            CleanCommand.class,
            GuardCommand.class,
            WaitCommand.class,
            RestoreCommand.class,
            ResetCommand.class,
            ExplainCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true)
final class RootCommand extends Options implements Callable<Integer> {

    private final Cli cli;

    RootCommand(Cli cli) {
        this.cli = cli;
    }

    @Override
    public Integer call() {
        return execute("clean", Cleaner::clean);
    }

    int execute(String command, Function<Cleaner, CleanupReport> work) {
        return cli.execute(command, this, types -> List.of(work.apply(types)));
    }

    int guard(GuardCommand command) {
        return cli.guard(this, command);
    }

    int reset(ResetCommand command) {
        return cli.reset(this, command);
    }

    int explain(String file) {
        return cli.explain(this, file);
    }

    int await() {
        return cli.execute("wait", this, types -> List.of());
    }
}
