package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.finding.InvalidIndex;

/** Decides what to do about an invalid index. Stateless. */
final class IndexSteps {

    private IndexSteps() {}

    static Step invalid(InvalidIndex finding, Scene scene) {
        return Step.of(finding, finding.demanded() ? Action.REPORT : Action.NOTE);
    }
}
