package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.explain.ExplanationException;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.Explanation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attaches to the failure of a migration why it failed and what to do, as a suppressed exception, which every test report shows. */
final class Explained {

    private Explained() {}

    /**
     * Attaches the explanation, if the failure is of a kind that can be explained and nobody has attached one yet.
     *
     * @param cleaning where to look, or null to explain without a database
     */
    static void attach(Throwable failure, @Nullable Cleaning cleaning) {
        if (!ExplanationException.isAttached(failure)) {
            explain(failure, cleaning)
                    .ifPresent(explanation ->
                            failure.addSuppressed(new ExplanationException(explanation, Audience.JUNIT)));
        }
    }

    private static Optional<Explanation> explain(Throwable failure, @Nullable Cleaning cleaning) {
        if (cleaning == null) {
            return Explanations.of(failure);
        }
        try {
            return cleaning.types().explain(failure);
        } catch (RunFailedException unreachable) {
            // the database may have gone: what the error itself tells is still worth telling
            return Explanations.of(failure);
        }
    }
}
