package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.report.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains without a database which class of error it is, and what it means. Stateless. */
public final class Explanations {

    private static final ErrorContext NOTHING_KNOWN = new ErrorContext(Map.of(), List.of());

    private Explanations() {}

    /** Explains an exception, however it is wrapped; empty if it is no error of this family. */
    public static Optional<Explanation> of(Throwable failure) {
        return FailureReader.read(failure).map(Explanations::of);
    }

    /** Explains what a migration tool has printed; empty if it has no error of this family. */
    public static Optional<Explanation> of(String output) {
        return FailureReader.read(output).map(Explanations::of);
    }

    /** Explains what {@link FailureReader} has read. */
    public static Explanation of(Failure failure) {
        return new Explainer(failure)
                .explain(
                        new ErrorClaims(failure).claims(NOTHING_KNOWN, NamedThings.NONE),
                        NOTHING_KNOWN,
                        NamedThings.NONE,
                        List.of(),
                        null);
    }
}
