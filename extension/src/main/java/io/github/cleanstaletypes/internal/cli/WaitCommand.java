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
        header = "Waits until the database answers a query and no migration is pending, or --wait runs out.",
        description = {
            "",
            "Which migrations are pending is asked only with --migrations: a worker starts with that, while a guard elsewhere migrates. It"
                    + " changes nothing and takes no lock.",
            "",
            "What waiting cannot mend, such as a wrong password, ends it at once.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java -jar clean-stale-types-cli.jar wait --wait 2m",
            "  # A worker, which must not start before the tables are there:",
            "  java -jar clean-stale-types-cli.jar wait --migrations db/migration --wait 10m",
            "",
            "Exit status:",
            "  0  the database answers, and no migration is pending",
            "  2  usage or configuration",
            "  3  not so when --wait ran out; it says what is pending, or why nobody knows"
        })
final class WaitCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        return root.await();
    }
}
