package io.github.cleanstaletypes.internal.explain;

import static io.github.cleanstaletypes.internal.explain.Advice.RUN_AGAIN;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.finding.remedy.Phrase;
import io.github.cleanstaletypes.internal.finding.tool.ToolCommand;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another run, an earlier one or one at this moment, has not come to its end: a tool's table, files or lock say so, or the server does. */
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
                "Let it end. " + RUN_AGAIN + " So that the second one waits: " + Phrase.GUARD.words() + "."));
    }

    /** A detach of a partition, which works in two transactions, has not come to its second one. */
    static Optional<Advice> detaching(Situation situation) {
        NamedObject named = situation.named();
        SqlName table = named == null ? null : named.on();
        String what = "The partition " + situation.name() + (table == null ? "" : " of " + table)
                + " is half detached: a DETACH PARTITION … CONCURRENTLY of it was cancelled, or its client is gone, or it is at work at"
                + " this moment. Until it has ended, the partition cannot be changed, and no other one of its table be detached"
                + " concurrently.";
        if (situation.looked() && situation.proof().isEmpty()) {
            return Optional.of(
                    new Advice(what + " None of that name is half detached now.", "Run the migration again."));
        }
        return Optional.of(
                new Advice(
                        what,
                        situation.remedyOr(
                                "If no session is at it, finish it: ALTER TABLE " + (table == null ? "TABLE" : table)
                                        + " DETACH PARTITION " + (named == null ? "NAME" : situation.name())
                                        + " FINALIZE; Then go on with the migration behind its DETACH: to detach it once more fails.")));
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
