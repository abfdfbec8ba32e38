package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.SchemaContent;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.internal.finding.tool.ToolCommand;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what errors of the migration tools themselves mean: a tool stopped before it ran a statement. */
final class ToolAdvice {

    /** What a tool says because of a row in its own table. */
    private static final Set<Cause> OF_A_ROW = EnumSet.of(Cause.KNEX_LOCK, Cause.LIQUIBASE_LOCK, Cause.EARLIER_FAILURE);

    private static final String LOOK = " To see what it has left half done: " + Calls.CHECK_PENDING + ".";

    private static final String THERE =
            " What is there of the names that pending migrations will create, it has left half done.";

    private ToolAdvice() {}

    /** The tool whose own lock or history an error is about. */
    static Optional<MigrationTool> tool(Symptom symptom) {
        return OF_A_ROW.contains(symptom.cause()) ? Optional.ofNullable(symptom.tool()) : Optional.empty();
    }

    /** What that tool's own table says, if it was found. */
    static Optional<Result> unfinished(Symptom symptom, List<Result> results) {
        Optional<String> tool = tool(symptom).map(MigrationTool::inWords);
        return results.stream()
                .filter(result -> result.finding().code() == FindingCode.UNFINISHED_MIGRATION
                        && tool.equals(
                                Optional.ofNullable(result.finding().evidence().get("tool"))))
                .findFirst();
    }

    static Advice on(Symptom symptom, ErrorContext context, List<Result> results, boolean looked) {
        return tool(symptom)
                .map(tool -> stopped(tool, unfinished(symptom, results), halfDone(results), looked))
                .orElseGet(() -> notEmpty(context, looked));
    }

    /** Whether anything is there of the names that pending migrations will create: the one that has not ended is pending. */
    private static boolean halfDone(List<Result> results) {
        return results.stream()
                .map(Result::finding)
                .anyMatch(finding -> finding.claimedBy() == ClaimSource.MIGRATION
                        && finding.code() != FindingCode.UNFINISHED_MIGRATION);
    }

    /** The tool has stopped before it ran a statement; its own table says why. */
    private static Advice stopped(MigrationTool tool, Optional<Result> found, boolean halfDone, boolean looked) {
        String what = tool.inWords()
                + " stopped before it ran a statement: its own table says that a migration has failed or is"
                + " running.";
        if (found.isPresent()) {
            return new Advice(what + (halfDone ? THERE : LOOK), found.get().remedy());
        }
        return looked
                ? new Advice(
                        what + " Nothing of that kind stands there now, or this role may not read it.",
                        "Run the migration again.")
                : new Advice(
                        what,
                        "Look what stands there: " + Calls.CHECK_STRICTLY
                                + ". Make sure that no migration is running, then: " + ToolCommand.of(tool));
    }

    private static Advice notEmpty(ErrorContext context, boolean looked) {
        String what = "Flyway found something in the schema, and no history of its own there.";
        List<SchemaContent> contents = context.contents();
        if (!looked || contents.isEmpty()) {
            return new Advice(
                    looked ? what + " Nothing is there now." : what,
                    "See what is there: " + Calls.CHECK_ALL_UNUSED
                            + ". If only leftover types are, remove them; if the schema was made without"
                            + " Flyway, baseline it.");
        }
        List<String> evidence = contents.stream().map(ToolAdvice::content).toList();
        if (contents.stream().allMatch(content -> content.kind().equals("type"))) {
            return new Advice(
                    what + " Leftover types are all that is there: baselining would skip migrations that never ran.",
                    "Remove the types, then migrate: "
                            + Calls.cleanStrictly(contents.stream()
                                    .flatMap(content -> content.names().stream()
                                            .map(name -> new SqlName(content.schema(), name).toString()))
                                    .toList()),
                    evidence);
        }
        return new Advice(
                what,
                "If these are of an application that Flyway does not know yet, baseline it; if of a migration that was interrupted,"
                        + " remove what it left; if of something else, give Flyway a schema of its own.",
                evidence);
    }

    private static String content(SchemaContent content) {
        String more = content.count() > content.names().size() ? ", …" : "";
        return "schema " + new SqlName(null, content.schema()) + ": " + content.count() + " × " + content.kind() + ": "
                + String.join(", ", content.names()) + more;
    }
}
