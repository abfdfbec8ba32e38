package io.github.cleanstaletypes.internal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Waits until the database answers a query, or --wait runs out.",
        description = {"", "What waiting cannot mend, such as a wrong password, ends it at once.", ""},
        footer = {"", "Examples:", "  java -jar clean-stale-types-cli.jar wait --wait 2m"})
final class WaitCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        return root.await();
    }
}
