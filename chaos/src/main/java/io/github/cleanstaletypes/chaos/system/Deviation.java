package io.github.cleanstaletypes.chaos.system;

import java.util.List;

/** Something was not as it should be after the fault had come about. */
public final class Deviation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was expected and what was seen. */
    public Deviation(String message) {
        super(message);
    }

    /** Throws unless this holds. */
    public static void unless(boolean holds, String expectation, Object seen) {
        if (!holds) {
            throw new Deviation("Expected " + expectation + ", but saw: " + seen);
        }
    }

    /** Throws if there is any difference. */
    public static void ifAny(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new Deviation(String.join("\n", differences));
        }
    }
}
