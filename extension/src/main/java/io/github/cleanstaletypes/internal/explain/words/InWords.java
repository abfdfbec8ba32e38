package io.github.cleanstaletypes.internal.explain.words;

import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.claim.SqlName;

/** Puts what has a name into words. Stateless. */
public final class InWords {

    private InWords() {}

    /** Says that it is there, whose it is, and what it is defined as. */
    public static String there(NamedThing thing) {
        return "there now: " + what(thing) + (thing.definition() == null ? "" : ": " + thing.definition());
    }

    /** Such as {@code index app.accounts_pkey of app.accounts_old}. */
    public static String what(NamedThing thing) {
        boolean own = thing.relation() || thing.type() || thing.owner() == null;
        return thing.kind() + " " + new SqlName(own ? thing.schema() : null, thing.name())
                + (thing.owner() == null ? "" : " of " + thing.owner());
    }
}
