package io.github.cleanstaletypes.internal.explain;

import java.util.Optional;

/** A type, a relation, or what the error does not tell, was committed before. */
final class Existing {

    private Existing() {}

    static Adviser of(String kind) {
        return situation -> advise(kind, situation);
    }

    private static Optional<Advice> advise(String kind, Situation situation) {
        String what = "The CREATE failed because " + (kind.equals("object") ? "an " : "a ") + kind + " "
                + situation.name() + " exists, committed and visible.";
        if (!situation.looked()) {
            return Optional.of(new Advice(
                    what,
                    "See what it is and whether anything uses it: " + situation.check()
                            + ". If nothing does, clean with that name removes it. Never DROP TYPE … CASCADE: it drops the columns"
                            + " that use the type, with their data."));
        }
        if (situation.there()) {
            return Optional.of(new Advice(what, situation.remedyOr("")));
        }
        boolean object = kind.equals("object");
        return Optional.of(new Advice(
                what + " No " + (object ? "type or relation" : kind)
                        + " of that name is there any more, or it is not on this role's search path"
                        + (object ? ", or it is something else, such as a trigger, a constraint or a policy." : "."),
                "Run the migration again. If it fails again, claim the name with its schema: check --type 'schema."
                        + situation.name() + "' --strict"));
    }
}
