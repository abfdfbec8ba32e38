package io.github.cleanstaletypes.internal.reset;

import java.util.List;

/** A reset was refused, or could not be finished; the database has its name, and its rows, as before. */
public final class ResetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;
    private final boolean refused;

    /** For one reason. */
    public ResetException(String reason) {
        this(reason, List.of());
    }

    /**
     * For several.
     *
     * @param summary what they have in common
     */
    public ResetException(String summary, List<String> reasons) {
        this(summary, reasons, false);
    }

    private ResetException(String summary, List<String> reasons, boolean refused) {
        super(summary);
        this.reasons = List.copyOf(reasons);
        this.refused = refused;
    }

    /** Before anything was begun. */
    static ResetException refused(List<String> reasons) {
        return new ResetException("refused, and nothing was done", reasons, true);
    }

    /** Whether it was refused before anything was begun. */
    public boolean nothingDone() {
        return refused;
    }

    /** One line each; empty if the message says all. */
    public List<String> reasons() {
        return reasons == null ? List.of() : reasons;
    }
}
