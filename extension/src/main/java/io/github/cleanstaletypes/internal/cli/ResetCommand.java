package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.cli.option.ResetOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "clean-stale-types reset [OPTIONS] --confirm DATABASE [-- CMD ARG…]",
            "clean-stale-types reset [OPTIONS] --confirm DATABASE --undo",
            "clean-stale-types reset [OPTIONS] --confirm DATABASE --drop-old"
        },
        header = "Makes a database new and empty, keeps the former one, and migrates the new one by CMD under guard.",
        description = {
            "",
            "For databases that may be lost, as in development; and nothing is lost by it. The former database stays, as"
                    + " DATABASE_old_NUMBER, until --drop-old; --undo swaps the two back.",
            "",
            "A new database is made from template0 with what the former one is besides its content: owner, encoding, locale, tablespace,"
                    + " settings, privileges, extensions and so on. Then both are renamed in one transaction. What this role cannot carry over"
                    + " is listed, or refused, before anything is done. If it is killed, at whatever moment, the former database is there with"
                    + " every row, and the next reset finishes, or --undo goes back.",
            "",
            "It works from the database postgres, else template1. The role needs CREATEDB, and what the database's owner has.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  # What would be done?",
            "  java -jar clean-stale-types-cli.jar reset --confirm app --dry-run",
            "  # A new database, although the application is connected:",
            "  java -jar clean-stale-types-cli.jar reset --confirm app --end-sessions",
            "  # Then migrate it, alone:",
            "  java -jar clean-stale-types-cli.jar reset --confirm app -- flyway migrate",
            "  # No, the former one again:",
            "  java -jar clean-stale-types-cli.jar reset --confirm app --undo",
            "  # The former one is needed no longer:",
            "  java -jar clean-stale-types-cli.jar reset --confirm app --drop-old",
            "",
            "Applications that reconnect meet the empty database before CMD has run. CMD",
            "runs as under guard, whose own options are set by their variables, such as",
            "CLEAN_STALE_TYPES_RETRIES; stdout is CMD's then.",
            "",
            "Exit status:",
            "  0   done, or nothing was to be done",
            "  2   usage or configuration, such as a name that is not the database's",
            "  3   refused, or could not finish: the database is there as it was",
            "  with CMD as guard: that of CMD, or 125, 126, 127"
        })
final class ResetCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Mixin
    ResetOptions given = new ResetOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "CMD",
            description = "The program that migrates the new database, and its arguments, best after --.")
    List<String> command = List.of();

    @Override
    public Integer call() {
        return root.reset(this);
    }
}
