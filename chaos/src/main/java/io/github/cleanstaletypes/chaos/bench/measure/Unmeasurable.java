package io.github.cleanstaletypes.chaos.bench.measure;

/** Something cannot be measured here, or what was run did not do what was to be measured. That is no success. */
public final class Unmeasurable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is missing, or what was seen. */
    public Unmeasurable(String reason) {
        super(reason);
    }
}
