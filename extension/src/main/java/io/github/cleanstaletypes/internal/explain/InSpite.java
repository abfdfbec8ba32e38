package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget.Kind;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.Symptom;
import java.util.Optional;

/** The statement said IF NOT EXISTS, and failed all the same: what it met came between its look and its work. */
final class InSpite {

    private InSpite() {}

    static Optional<Advice> advise(Situation situation) {
        if (!race(situation.first()) || situation.damaged() || !possible(situation)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                        "The statement that creates " + situation.name()
                                + " says IF NOT EXISTS, and failed all the same: when it looked, nothing of that name was there; then it"
                                + " waited for another session, which created it and committed.",
                        "Leave what is there, and run the migration again: it finds it there now, and passes over it. Let one migrator"
                                + " run at a time; workers that create partitions as they need them may treat this error as success.",
                        situation.thereNow())
                .worthAnotherAttempt());
    }

    /** Whether the error says so by itself: a constraint or an index that comes with a table may be in the way for good. */
    static boolean race(Symptom symptom) {
        StatementTarget target = symptom.target();
        return symptom.inSpiteOfIfNotExists()
                && target != null
                && !target.temporary()
                && target.kind() != Kind.CONSTRAINT
                && !comesWithTable(target);
    }

    private static boolean comesWithTable(StatementTarget target) {
        String name = target.name().name();
        return target.kind() == Kind.INDEX
                && target.on() != null
                && name.startsWith(target.on().name() + "_")
                && (name.endsWith("_pkey") || name.endsWith("_key") || name.endsWith("_seq") || name.endsWith("_excl"));
    }

    /** IF NOT EXISTS of a table does not look for types: only a look tells that none is in the way. */
    private static boolean possible(Situation situation) {
        return situation.cause() != Cause.TYPE_EXISTS
                || situation.namesakes().stream().anyMatch(NamedThing::relation);
    }
}
