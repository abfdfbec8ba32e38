package io.github.cleanstaletypes.chaos.report.proof;

import java.util.Locale;

/** The proofs by counting that the project has. */
public enum ProofName {
    LEDGER("each statement that is sent to a server is in the list of statements, and each of the list is sent"),
    INTERLEAVINGS(
            "in whatever order the steps of a removal and of another session come, nothing of the other's is lost"),
    BREAKS("whatever is broken in what touches data and locks, a test notices"),
    SOMETIMES("each refusal, outcome and end that the code knows comes about"),
    SCHEMAS("of random schemas exactly what is claimed and unused goes, and comes back by its undo");

    private final String claim;

    ProofName(String claim) {
        this.claim = claim;
    }

    /** Returns the name that its file has. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Says what it proves where it is run. */
    public String claim() {
        return claim;
    }
}
