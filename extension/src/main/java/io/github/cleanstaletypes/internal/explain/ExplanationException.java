package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.report.Explanation;

/**
 * Carries an explanation to the failure which it explains, as a suppressed exception: so it is printed wherever the failure
 * is. It has no stack trace.
 */
public final class ExplanationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;

    /** Its message is the explanation in the words of this reader. */
    public ExplanationException(Explanation explanation, Audience reader) {
        super(reader.words(String.join(System.lineSeparator(), ExplanationLines.of(explanation))), null, false, false);
        this.explanation = explanation;
    }

    /** Attaches an explanation to a failure, unless that or one of its causes has one. */
    public static void attach(Throwable failure, Explanation explanation, Audience reader) {
        if (!isAttached(failure)) {
            failure.addSuppressed(new ExplanationException(explanation, reader));
        }
    }

    /** Whether a failure or one of its causes has an explanation. */
    public static boolean isAttached(Throwable failure) {
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof ExplanationException) {
                return true;
            }
        }
        return failure.getCause() != null && isAttached(failure.getCause());
    }

    /** The explanation. */
    public Explanation explanation() {
        return explanation;
    }
}
