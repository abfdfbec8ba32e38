package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.explain.words.AppliedMark;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.Optional;

/** A type, a relation, or what the error does not tell, was committed before. */
final class Existing {

    private static final String NEVER =
            " Never DROP TYPE … CASCADE: it drops the columns that use the type, with their data.";

    private Existing() {}

    static Adviser of(String kind) {
        return situation -> Optional.of(advise(kind, situation));
    }

    private static Advice advise(String kind, Situation situation) {
        String what = what(kind, situation);
        if (!situation.looked()) {
            return new Advice(
                    what,
                    "See what it is and whether anything uses it: " + situation.check()
                            + ". If nothing does, remove it: " + situation.clean() + "." + NEVER);
        }
        Optional<Result> proof = situation.proof();
        if (proof.isPresent()) {
            return alreadyDone(proof.get())
                    ? new Advice(
                            what + " " + howItCame(proof.get()),
                            "Look whether all that the migration makes is there. If it is, "
                                    + AppliedMark.in(situation.things().tools()) + ". "
                                    + (inUse(proof.get()) ? "If it is not: " : "")
                                    + proof.get().remedy())
                    : new Advice(what, proof.get().remedy());
        }
        if (situation.there()) {
            return new Advice(
                            what,
                            "Look whether it is what the migration makes. If it is, "
                                    + AppliedMark.in(situation.things().tools())
                                    + "; if not, one of the two needs another name.")
                    .with(situation.thereNow());
        }
        if (situation.named() == null) {
            return new Advice(
                    what + " The text does not name it.",
                    "Have the whole message told, by the tool's verbose option or from the server's log; then: "
                            + situation.check());
        }
        return new Advice(
                what + " Nothing of that name is there any more, and a transaction is creating something.",
                "Let that transaction end, and run the migration again. If it fails again, look: " + situation.check());
    }

    static String what(String kind, Situation situation) {
        return "The CREATE failed because " + (kind.equals("object") ? "an " : "a ") + kind + " " + situation.name()
                + " exists, committed and visible.";
    }

    /** Whether it is what a migration that has run leaves. */
    private static boolean alreadyDone(Result proof) {
        return inUse(proof)
                || (proof.finding().code() == FindingCode.LEFTOVER_RELATION
                        && proof.finding().subject().kind().endsWith("table"));
    }

    private static boolean inUse(Result proof) {
        return proof.finding().code() == FindingCode.TYPE_IN_USE;
    }

    private static String howItCame(Result proof) {
        boolean empty = Long.valueOf(0).equals(proof.finding().evidence().get("rows"));
        return empty
                ? "An earlier run has got as far as that, or has done all of it."
                : "That looks as if the migration had run here, or a restore had brought what it makes, and only its row in the"
                        + " migration tool's history were missing.";
    }
}
