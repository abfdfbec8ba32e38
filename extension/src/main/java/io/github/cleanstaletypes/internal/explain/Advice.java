package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.ErrorContext;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.List;

/**
 * Says what an error means and what to do about it.
 *
 * @param explanation what happened
 * @param remedy what to do
 * @param evidence what the database has besides findings, a line each
 */
record Advice(String explanation, String remedy, List<String> evidence) {

    /** What an object is called whose name the error hides. */
    private static final String UNKNOWN = "whose name is not known";

    private static final String RUN_AGAIN =
            "Run the migration again, and let one migrator run at a time: two replicas that migrate at once will do this again.";

    Advice(String explanation, String remedy) {
        this(explanation, remedy, List.of());
    }

    static Advice on(Symptom symptom, ErrorContext context, List<Result> results, boolean looked) {
        String name = symptom.named() == null
                ? UNKNOWN
                : new SqlName(
                                context.schemaNames().get(symptom.named().schemaOid()),
                                symptom.named().name())
                        .toString();
        boolean there = results.stream()
                .anyMatch(result -> symptom.named() != null
                        && symptom.named()
                                .name()
                                .equals(result.finding().subject().name()));
        return switch (symptom.cause()) {
            case TYPE_RACE, RELATION_RACE -> race(name, results, there, looked);
            case SCHEMA_RACE -> catalogRace("schema", name, "CREATE SCHEMA IF NOT EXISTS");
            case EXTENSION_RACE -> catalogRace("extension", name, "CREATE EXTENSION IF NOT EXISTS");
            case FUNCTION_RACE -> catalogRace("function", name, "CREATE OR REPLACE FUNCTION");
            case ENUM_LABEL_TWICE ->
                new Advice(
                        "The labels of one CREATE TYPE … AS ENUM have " + name
                                + " twice. It is no race: two sessions that add a label to one enum wait for each other.",
                        "Take the second one out of the statement: it fails in the same way each time.");
            case DATABASE_RACE -> catalogRace("database", name, "CREATE DATABASE");
            case ROLE_RACE -> catalogRace("role", name, "CREATE ROLE");
            case CATALOG_RACE ->
                new Advice(
                        "Two sessions created the same thing at the same moment: what this one met was not there when it looked.",
                        RUN_AGAIN);
            case CONCURRENT_CATALOG_UPDATE ->
                new Advice(
                        "Two sessions changed the same row of the catalog at the same moment, such as two GRANTs on one object or two CREATE OR"
                                + " REPLACE FUNCTIONs; the server does not wait there.",
                        RUN_AGAIN);
            case DEADLOCK ->
                new Advice(
                        "Two transactions waited for each other, and the server ended this one.",
                        RUN_AGAIN + " The server's log says which statements they were.");
            case LOCK_TIMEOUT ->
                new Advice(
                        "A lock was not free in time: another transaction holds it.",
                        "Find who holds it, SELECT pid, state, query FROM pg_stat_activity WHERE pid = ANY (pg_blocking_pids(…)), let it"
                                + " end, and run the migration again.");
            case STATEMENT_TIMEOUT ->
                new Advice(
                        "A statement was cancelled: statement_timeout ran out, or somebody cancelled it. A CREATE that hangs waits for another"
                                + " transaction that creates the same name.",
                        "Look for transactions that are creating something: check. Let them end, and run the migration again.");
            case TYPE_EXISTS -> exists("type", name, looked, there);
            case OBJECT_EXISTS -> exists("object", name, looked, there);
            case RELATION_EXISTS -> exists("relation", name, looked, there);
            case POLICY_EXISTS,
                    TRIGGER_EXISTS,
                    CONSTRAINT_EXISTS,
                    PUBLICATION_EXISTS,
                    SUBSCRIPTION_EXISTS,
                    SLOT_EXISTS,
                    COLUMN_EXISTS,
                    PRIMARY_KEY_EXISTS,
                    DUPLICATE_ROWS,
                    DEPENDENT_OBJECTS -> new Advice("TODO", "TODO");
            case EXTENSION_EXISTS -> plain("extension", name, "CREATE EXTENSION IF NOT EXISTS");
            case ROLE_EXISTS -> plain("role", name, "a look into pg_roles before CREATE ROLE");
            case ENUM_LABEL_EXISTS -> plain("enum label", name, "ALTER TYPE … ADD VALUE IF NOT EXISTS");
            case SCHEMA_EXISTS -> plain("schema", name, "CREATE SCHEMA IF NOT EXISTS");
            case FUNCTION_EXISTS -> plain("function", name, "CREATE OR REPLACE FUNCTION");
            case DATABASE_EXISTS -> plain("database", name, "a look into pg_database before CREATE DATABASE");
            case LOST_TYPE -> lost("a type, which is gone", "type");
            case LOST_RELATION -> lost("a relation, which is gone", "relation");
            case EARLIER_FAILURE, VALIDATION_FAILED, CONCURRENT_MIGRATION -> new Advice("TODO", "TODO");
            case SCHEMA_NOT_EMPTY, KNEX_LOCK, LIQUIBASE_LOCK -> ToolAdvice.on(symptom, context, results, looked);
        };
    }

    private static Advice race(String name, List<Result> results, boolean there, boolean looked) {
        String what = (name.equals(UNKNOWN) ? "The CREATE of a type or relation " : "The CREATE of ") + name
                + " met a row which it could not see: another session created it at the same time and committed first.";
        if (!looked) {
            return new Advice(
                    what,
                    RUN_AGAIN
                            + " If it fails again in the same way while nothing else is running, stop all writes and look: check.");
        }
        if (there) {
            return new Advice(what + " It is there now.", RUN_AGAIN);
        }
        boolean creating = results.stream().anyMatch(r -> r.finding().code() == FindingCode.UNCOMMITTED_CREATION);
        return new Advice(
                what + " Nothing of that name is there now"
                        + (creating
                                ? ", and a transaction is creating something."
                                : ": it was removed since, or no snapshot shows it."),
                RUN_AGAIN
                        + " If it fails again in the same way while nothing else is running, the row is invisible: stop all writes at"
                        + " once, every aborted transaction can lose data, and look: " + check(name));
    }

    private static Advice catalogRace(String kind, String name, String statement) {
        return new Advice(
                "Another session created the " + kind + " " + name + " at the same moment and committed first. "
                        + statement + " does not protect from that: what it looks for is not visible yet.",
                RUN_AGAIN);
    }

    private static Advice exists(String kind, String name, boolean looked, boolean there) {
        String what = "The CREATE failed because " + article(kind) + " " + name + " exists, committed and visible.";
        if (!looked) {
            return new Advice(
                    what,
                    "See what it is and whether anything uses it: " + check(name)
                            + ". If nothing does, clean with that name removes it. Never DROP TYPE … CASCADE: it drops the columns that use"
                            + " the type, with their data.");
        }
        return new Advice(
                there
                        ? what
                        : what + " No " + (kind.equals("object") ? "type or relation" : kind)
                                + " of that name is there any more, or it is not on this role's search path"
                                + (kind.equals("object")
                                        ? ", or it is something else, such as a trigger, a constraint or a policy."
                                        : "."),
                there
                        ? ""
                        : "Run the migration again. If it fails again, claim the name with its schema: check --type 'schema."
                                + name + "' --strict");
    }

    private static Advice plain(String kind, String name, String better) {
        return new Advice(
                "The CREATE failed because the " + kind + " " + name
                        + " exists: an earlier run committed it, or another session just did.",
                "If an earlier run was interrupted, mark what it did as done in the migration tool's history, or write the migration so that it"
                        + " can run twice: " + better + ". Let one migrator run at a time.");
    }

    private static Advice lost(String what, String kind) {
        return new Advice(
                "The catalog refers to " + what
                        + ": a DROP while another session was creating something that uses it, or damage.",
                "Change nothing, and look which " + kind
                        + " it is: check. If it came once, while something else was dropping objects, run the"
                        + " migration again.");
    }

    private static String check(String name) {
        return "check --type " + (name.equals(UNKNOWN) ? "NAME" : "'" + name + "'") + " --strict";
    }

    private static String article(String kind) {
        return (kind.equals("object") ? "an " : "a ") + kind;
    }
}
