package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.MissingNumber;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A number of a type or of a relation leads nowhere: the catalog's own, or one that a session remembers. */
final class Lost {

    private static final int MOST = 20;

    private Lost() {}

    static Optional<Advice> advise(Situation situation) {
        String kind = situation.cause() == Cause.LOST_TYPE ? "type" : "relation";
        long number = situation.first().lost();
        List<MissingNumber> known = situation.things().numbers().stream()
                .filter(one -> one.oid() == number)
                .toList();
        List<String> references = known.stream()
                .map(MissingNumber::reference)
                .filter(Objects::nonNull)
                .limit(MOST)
                .toList();
        boolean sure = situation.looked() && number != 0 && !situation.damaged();
        if (sure && known.stream().anyMatch(MissingNumber::there)) {
            return Optional.of(new Advice(
                    "A session did not find " + kind + " " + number
                            + ", which is there now: it looked while another session made or replaced it.",
                    "Run the migration again, and let one migrator run at a time. If it comes again, reconnect: a session's pool may keep"
                            + " what it knew."));
        }
        if (sure && references.isEmpty()) {
            return Optional.of(new Advice(
                    "No " + kind + " has the number " + number
                            + ", and nothing in the catalog refers to it: the catalog is whole. A session remembers the "
                            + kind
                            + " by the number that it had before it was dropped and made anew (a prepared statement, a plan of a"
                            + " function, the driver's list of types).",
                    "Reconnect: restart the application, or have its pool close its connections, after each migration or restore that drops "
                            + kind + "s. Nothing in the database is to be repaired."));
        }
        return Optional.of(new Advice(
                "The catalog refers to a " + kind + (number == 0 ? "" : " with the number " + number)
                        + ", which is gone: a DROP while another session was creating something that uses it, or damage.",
                situation.remedyOr("Change nothing, and look which " + kind + " it is: " + Calls.CHECK
                        + ". If it came once, while something else was dropping objects, run the migration again."),
                references.stream().map(text -> "refers to it: " + text).toList()));
    }
}
