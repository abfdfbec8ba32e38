package io.github.cleanstaletypes.internal.explain;

import java.util.Optional;

/** Knows one kind of situation in which a migration fails, and what is right then. Stateless. */
@FunctionalInterface
interface Adviser {

    /** What to say, or empty if the situation is not of this kind. */
    Optional<Advice> advise(Situation situation);
}
