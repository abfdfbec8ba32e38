package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.error.NamedObject;
import java.util.Optional;

/** What was in the way is gone: it went with the transaction that failed, so the migration has made it itself. */
final class MadeTwice {

    private MadeTwice() {}

    static Adviser of(String kind) {
        return situation -> {
            NamedObject named = situation.named();
            boolean gone = situation.looked()
                    && named != null
                    && !situation.there()
                    && !situation.creating()
                    && !situation.damaged();
            return gone ? Optional.of(advice(kind, situation)) : Optional.empty();
        };
    }

    private static Advice advice(String kind, Situation situation) {
        boolean seen = situation.first().twice();
        return new Advice(
                "The statement met a " + kind + " " + situation.name()
                        + ", and there is none now: what had made it was rolled back with the migration, so the migration makes it"
                        + " twice in one transaction"
                        + (seen
                                ? ". The log shows both statements."
                                : ", or a transaction that is over had made it; or this is not the migration's database."),
                "Running it again meets the same. Look for the statement that makes " + situation.name()
                        + " first, and take one of the two out"
                        + (kind.equals("type")
                                ? " (SQLAlchemy makes an Enum's type with each table that has it: create_type=False, or one"
                                        + " create(checkfirst=True) before)"
                                : "")
                        + "."
                        + (seen ? "" : " Only if the migration makes it once, run it again."));
    }
}
