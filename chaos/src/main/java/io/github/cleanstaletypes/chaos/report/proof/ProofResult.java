package io.github.cleanstaletypes.chaos.report.proof;

import java.time.Instant;

/** What there is to tell of a proof. */
public sealed interface ProofResult {

    /** Returns the proof's name. */
    String name();

    /** Returns what became of it. */
    ProofVerdict verdict();

    /**
     * It was run.
     *
     * @param at when it ended
     */
    record Run(Proof proof, Instant at) implements ProofResult {

        @Override
        public String name() {
            return proof.name();
        }

        @Override
        public ProofVerdict verdict() {
            return proof.passes() ? ProofVerdict.PASSED : ProofVerdict.FAILED;
        }
    }

    /**
     * It was not run here.
     *
     * @param claim says what it would prove
     */
    record NotRun(String name, String claim) implements ProofResult {

        @Override
        public ProofVerdict verdict() {
            return ProofVerdict.NOT_RUN;
        }
    }

    /**
     * It has left something that is no proof.
     *
     * @param why tells what is wrong with it
     */
    record Unreadable(String name, String why) implements ProofResult {

        @Override
        public ProofVerdict verdict() {
            return ProofVerdict.UNREADABLE;
        }
    }
}
