package io.github.cleanstaletypes.chaos.bench.figure;

/** How strictly numbers are judged. */
public enum Form {
    /** All of it, on a machine that does nothing else: each target counts as it is. */
    FULL,
    /** A small one for each build: only a ratio at twice its target is a failure, and never a time. */
    SMOKE;

    /** Judges a figure. */
    public Verdict judge(Figure figure) {
        if (figure.failure().isPresent()) {
            return figure.absent() ? Verdict.ABSENT : Verdict.FAILED;
        }
        if (!judges(figure.promise())) {
            return Verdict.TOLD;
        }
        double tolerance = this == SMOKE ? 2 : 1;
        double value = figure.value().orElseThrow().median();
        return figure.target().holds(value, tolerance) ? Verdict.HELD : Verdict.MISSED;
    }

    /** Tells whether it judges what is promised: what it only tells need not be measured. */
    public boolean judges(Promise promise) {
        return this == FULL || (promise.target().unit() != Unit.SECONDS && !promise.onlyLarge());
    }

    /** Says what is good enough. */
    public String inWords(Target target) {
        return this == FULL || target.limit() == 0
                ? target.inWords()
                : target.inWords() + " · " + (target.atLeast() ? "½" : "2");
    }

    /** Tells whether a bench that ends with this verdict of a figure has succeeded. */
    public boolean isGood(Verdict verdict) {
        return switch (verdict) {
            case HELD, TOLD -> true;
            case MISSED, FAILED -> false;
            case ABSENT -> this == SMOKE;
        };
    }
}
