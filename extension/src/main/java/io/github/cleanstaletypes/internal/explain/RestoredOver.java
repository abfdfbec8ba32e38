package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.internal.explain.words.AppliedMark;
import java.util.List;
import java.util.Optional;

/** A script that goes on after errors ran over a database that has its objects already: most often a dump that is restored. */
final class RestoredOver {

    /** A migration stops at its first error; two may be a second attempt's. */
    private static final int LEAST = 3;

    private RestoredOver() {}

    static Optional<Advice> advise(Situation situation) {
        List<String> names = situation.symptoms().stream()
                .filter(symptom -> exists(symptom.cause()))
                .map(Symptom::named)
                .flatMap(named -> Optional.ofNullable(named).stream())
                .map(NamedObject::name)
                .distinct()
                .toList();
        long there = names.stream()
                .filter(name -> situation.things().all().stream()
                        .anyMatch(thing -> thing.name().equals(name)))
                .count();
        if (names.size() < LEAST || situation.damaged() || (situation.looked() && there < 2)) {
            return Optional.empty();
        }
        return Optional.of(new Advice(
                        "The database is not empty: " + names.size()
                                + " things that the script creates are there already.",
                        "Restore into a new, empty database: createdb NEW, then pg_restore -d NEW DUMP, or psql -d NEW -v ON_ERROR_STOP=1"
                                + " -f SCRIPT. To replace what is there, and lose it: pg_restore --clean --if-exists. If it was a"
                                + " migration that has run before, "
                                + AppliedMark.in(situation.things().tools())
                                + ".")
                .called("DATABASE_NOT_EMPTY"));
    }

    private static boolean exists(Cause cause) {
        return cause.name().endsWith("_EXISTS") && cause != Cause.ROLE_EXISTS && cause != Cause.EXTENSION_EXISTS;
    }
}
