package io.github.cleanstaletypes.internal.explain;

import static io.github.cleanstaletypes.internal.explain.Advice.RUN_AGAIN;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.finding.tool.ToolCommand;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A migration tool would not begin, since its own table, its files or its lock speak of another run. */
final class EarlierRuns {

    private EarlierRuns() {}

    static Optional<Advice> failed(Situation situation) {
        return Optional.of(new Advice(
                tool(situation) + " stopped before it ran a statement: its own table says that " + migration(situation)
                        + " of an earlier run has failed or was interrupted.",
                situation.remedyOr(goOn(situation))));
    }

    static Optional<Advice> notValid(Situation situation) {
        return Optional.of(new Advice(
                tool(situation) + " stopped before it ran a statement: what has been applied is not what its files say"
                        + (situation.named() == null ? "." : ", beginning with " + migration(situation) + "."),
                "Nothing in the database is stale by that. Give the file the text and the name back that it had when it was applied, and put"
                        + " the change into a new migration. If the file is right and the database has what it says: "
                        + accept(situation.first().tool())
                        + ". One that lies before applied ones, and is not applied itself, came with"
                        + " a merge: give it a newer version."));
    }

    static Optional<Advice> running(Situation situation) {
        return Optional.of(new Advice(
                "Another migrator of " + tool(situation)
                        + " runs at this moment: it holds the tool's own lock, which ends with its" + " session.",
                "Let it end. " + RUN_AGAIN + " Under guard the second waits: guard -- COMMAND."));
    }

    private static String tool(Situation situation) {
        MigrationTool tool = situation.first().tool();
        return tool == null ? "The migration tool" : tool.inWords();
    }

    private static String migration(Situation situation) {
        NamedObject named = situation.named();
        return named == null ? "a migration" : "migration " + named.name();
    }

    private static String goOn(Situation situation) {
        MigrationTool tool = situation.first().tool();
        NamedObject named = situation.named();
        String find = "Find out what of it is there. ";
        return tool == null
                ? find + "Finish it or take it back by hand, then run the tool again."
                : find + ToolCommand.remedy(tool, tool.table(), List.of(named == null ? "VERSION" : named.name()));
    }

    private static String accept(@Nullable MigrationTool tool) {
        if (tool == MigrationTool.FLYWAY) {
            return "flyway repair";
        }
        return tool == MigrationTool.LIQUIBASE ? "liquibase clear-checksums" : "correct the tool's history";
    }
}
