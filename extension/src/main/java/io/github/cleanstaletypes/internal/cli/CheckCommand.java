package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.run.Cleaner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Looks, and changes nothing. Exits with 1 if something needs attention.",
        description = {"", "Also works on a standby. Says what it did not look at.", ""},
        footer = {
            "",
            "Examples:",
            "  java -jar clean-stale-types-cli.jar check --type accounts_user",
            "  java -jar clean-stale-types-cli.jar check --all-unused --format json"
        })
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        return root.execute("check", Cleaner::check);
    }
}
