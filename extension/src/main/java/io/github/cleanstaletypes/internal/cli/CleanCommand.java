package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.run.Cleaner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Looks, and removes what is safe to remove.",
        description = {
            "",
            "Removes standalone types (enum, domain, range, composite) of the names that you claim, if nothing uses them: by DROP TYPE …"
                    + " RESTRICT where the server protects a type that another session is about to use, by renaming it out of the way first where"
                    + " it does not. Each in its own transaction. While another transaction is creating something, nothing is removed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java -jar clean-stale-types-cli.jar clean --type accounts_user,app.mood",
            "  java -jar clean-stale-types-cli.jar clean --type mood --undo-file undo.sql",
            "  java -jar clean-stale-types-cli.jar clean --types-file types.txt --dry-run",
            "  java -jar clean-stale-types-cli.jar clean --all-unused --schema 'tenant_*'"
        })
final class CleanCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        return root.execute("clean", Cleaner::clean);
    }
}
