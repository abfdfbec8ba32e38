package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.error.Cause;
import java.util.Optional;

/** A number of a type or of a relation leads nowhere. */
final class Lost {

    private Lost() {}

    static Optional<Advice> advise(Situation situation) {
        String kind = situation.cause() == Cause.LOST_TYPE ? "type" : "relation";
        return Optional.of(
                new Advice(
                        "The catalog refers to a " + kind
                                + ", which is gone: a DROP while another session was creating something that uses it, or damage.",
                        situation.remedyOr(
                                "Change nothing, and look which " + kind
                                        + " it is: check. If it came once, while something else was dropping objects, run the migration again.")));
    }
}
