package io.github.cleanstaletypes.internal.explain;

import static io.github.cleanstaletypes.internal.explain.Advice.RUN_AGAIN;

import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.Optional;

/** Two sessions created, or changed, the same thing at the same moment. */
final class Races {

    private Races() {}

    /** Over the name of a type or a relation, which something that cannot be seen may have, too. */
    static Optional<Advice> overNames(Situation situation) {
        NamedObject named = situation.named();
        if (named == null) {
            return hidden();
        }
        String what = "The CREATE of " + situation.name()
                + " met a row which it could not see: another session created it at the same time and committed first.";
        if (!situation.looked()) {
            return advice(
                    situation,
                    what,
                    RUN_AGAIN
                            + " If it fails again in the same way while nothing else is running, stop all writes and look: "
                            + Calls.CHECK + ".");
        }
        if (situation.there()) {
            return advice(situation, what + " It is there now.", unused(situation));
        }
        if (named.schemaOid() == 0) {
            // the name is the statement's, which may have meant another schema than this role's
            return advice(
                    situation,
                    what + " Nothing of that name is there now, or its schema is not on this role's search path.",
                    RUN_AGAIN);
        }
        return advice(
                situation,
                what + " Nothing of that name is there now"
                        + (situation.creating()
                                ? ", and a transaction is creating something."
                                : ": it was removed since, or no snapshot shows it."),
                RUN_AGAIN
                        + " If it fails again in the same way while nothing else is running, the row is invisible: stop all writes at"
                        + " once, every aborted transaction can lose data, and look: " + situation.check());
    }

    /** Who has just made it may go on to use it, so a second attempt comes first. */
    private static String unused(Situation situation) {
        return RUN_AGAIN
                + situation.results().stream()
                        .filter(result -> result.finding().code() == FindingCode.UNUSED_TYPE
                                && situation.isNamed(result.finding()))
                        .map(result ->
                                " If that fails with 42710 while no other migrator runs, then who made it has gone, and nothing"
                                        + " uses it: " + result.remedy())
                        .findFirst()
                        .orElse("");
    }

    /** Some drivers keep the DETAIL of an error back, which has the name. */
    private static Optional<Advice> hidden() {
        return Optional.of(new Advice(
                "The CREATE of a type or relation met a row which it could not see: another session created the same name at the same time"
                        + " and committed first. Which name, the text does not say: the driver keeps the error's DETAIL back.",
                RUN_AGAIN
                        + " To have the name told: Include Error Detail=true in the connection string (Npgsql), logServerErrorDetail=true"
                        + " (JDBC), the field Detail of the error (pgx, lib/pq), detail (node-postgres, postgres.js, psycopg); the"
                        + " server's own log has it, too."));
    }

    /** Of something that a statement was to create unless it is there. */
    static Adviser over(String kind, String statement) {
        return situation -> Optional.of(new Advice(
                "Another session created the " + kind + " " + situation.name()
                        + " at the same moment and committed first. " + statement
                        + " does not protect from that: what it looks for is not visible yet.",
                RUN_AGAIN));
    }

    static Optional<Advice> overAnything(Situation situation) {
        return Optional.of(new Advice(
                "Two sessions created the same thing at the same moment: what this one met was not there when it looked.",
                RUN_AGAIN));
    }

    static Optional<Advice> overOneRow(Situation situation) {
        return Optional.of(new Advice(
                "Two sessions changed the same row of the catalog at the same moment, such as two GRANTs on one object or two CREATE OR"
                        + " REPLACE FUNCTIONs; the server does not wait there.",
                RUN_AGAIN));
    }

    private static Optional<Advice> advice(Situation situation, String explanation, String remedy) {
        return Optional.of(new Advice(explanation, situation.remedyOr(remedy)));
    }
}
