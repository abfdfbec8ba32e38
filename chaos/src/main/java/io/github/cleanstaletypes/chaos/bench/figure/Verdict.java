package io.github.cleanstaletypes.chaos.bench.figure;

/** What became of a target. */
public enum Verdict {
    /** The target is held. */
    HELD("held"),
    /** It is not. */
    MISSED("MISSED"),
    /** What it is compared with, or what is measured, is not on this machine: nothing is said. */
    ABSENT("no verdict"),
    /** It could not be measured, which is a failure. */
    FAILED("NOT MEASURED"),
    /** It is told and not judged: a time, since the machine may be at something else, or what says little of a small catalog. */
    TOLD("told");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Returns the word for it. */
    public String word() {
        return word;
    }
}
