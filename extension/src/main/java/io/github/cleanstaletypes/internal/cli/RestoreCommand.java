package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.run.Cleaner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Gives types that clean or guard has renamed out of the way their names back.",
        description = {
            "",
            "On servers that do not protect a type which another session is about to use, clean renames a type to stale_<oid>_<name>"
                    + " before a later run drops it. A guard renames a type that is in the way of its command until the command has run"
                    + " again. This undoes the renaming. If several types had one name, say which is to have it by --type and its present"
                    + " name. A type that was dropped is recreated by the statements that the"
                    + " report gave as undo.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java -jar clean-stale-types-cli.jar restore --dry-run",
            "  java -jar clean-stale-types-cli.jar restore"
        })
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        return root.execute("restore", Cleaner::restore);
    }
}
