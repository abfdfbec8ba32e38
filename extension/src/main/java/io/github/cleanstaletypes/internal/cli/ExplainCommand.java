package io.github.cleanstaletypes.internal.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        header = "Explains why a migration failed, from what it printed. Changes nothing.",
        description = {
            "",
            "Reads the log of any driver or migration tool, in any language, and says what the error means, what the database has for the"
                    + " names in it, and what to do. Without a database, or if it does not answer at once (--wait gives it time), it explains"
                    + " the class of error and says that it did not look. Exits with 0 if it recognised an error, with 1 if not.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  java -jar clean-stale-types-cli.jar explain migration.log",
            "  python manage.py migrate 2>&1 | java -jar clean-stale-types-cli.jar explain"
        })
final class ExplainCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description =
                    "What the migration printed: a plain file of at most 1 GiB, or a pipe that somebody writes into. Without it, or"
                            + " with -, standard input is read, to its end.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Override
    public Integer call() {
        return root.explain(file);
    }
}
