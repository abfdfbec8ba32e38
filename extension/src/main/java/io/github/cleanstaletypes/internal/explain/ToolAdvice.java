package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.SchemaContent;
import io.github.cleanstaletypes.internal.catalog.history.ToolLockRow;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.Symptom;
import java.util.List;
import java.util.stream.Collectors;

/** Says what errors of the migration tools themselves mean: a tool stopped before it ran a statement. */
final class ToolAdvice {

    private ToolAdvice() {}

    static Advice on(Symptom symptom, ErrorContext context, boolean looked) {
        return symptom.cause() == Cause.SCHEMA_NOT_EMPTY
                ? notEmpty(context, looked)
                : locked(symptom.cause() == Cause.LIQUIBASE_LOCK, context.locks(), looked);
    }

    private static Advice notEmpty(ErrorContext context, boolean looked) {
        String what = "Flyway found something in the schema, and no history of its own there.";
        List<SchemaContent> contents = context.contents();
        if (!looked || contents.isEmpty()) {
            return new Advice(
                    looked ? what + " Nothing is there now." : what,
                    "See what is there: check --all-unused. If only leftover types are, remove them; if the schema was made without"
                            + " Flyway, baseline it.");
        }
        List<String> evidence = contents.stream().map(ToolAdvice::content).toList();
        if (contents.stream().allMatch(content -> content.kind().equals("type"))) {
            return new Advice(
                    what + " Leftover types are all that is there: baselining would skip migrations that never ran.",
                    "Remove the types, then migrate: clean --type "
                            + contents.stream()
                                    .flatMap(content -> content.names().stream()
                                            .map(name -> "'" + new SqlName(content.schema(), name) + "'"))
                                    .collect(Collectors.joining(" --type ")),
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

    private static Advice locked(boolean liquibase, List<ToolLockRow> locks, boolean looked) {
        String tool = liquibase ? "Liquibase" : "Knex";
        String release = liquibase ? "liquibase release-locks" : "knex migrate:unlock";
        String what =
                tool + " found its own lock taken: a row in a table, which stays when the one who set it is killed.";
        List<ToolLockRow> held = locks.stream()
                .filter(lock -> lock.liquibase() == liquibase && lock.locked())
                .toList();
        if (looked && held.isEmpty()) {
            return new Advice(what + " It is free now, or not visible to this role.", "Run the migration again.");
        }
        return new Advice(
                what,
                "Make sure that no migration is running, then: " + release,
                held.stream().map(ToolAdvice::lock).toList());
    }

    private static String lock(ToolLockRow lock) {
        return "locked: " + lock.table() + (lock.holder() == null ? "" : ", by " + lock.holder())
                + (lock.since() == null ? "" : ", since " + lock.since());
    }
}
