package io.github.cleanstaletypes.internal.cli;

/** What the process exits with; a contract. */
enum ExitCode {
    /** Nothing stale remains. */
    CLEAN(0),
    /** Findings remain, and each says why. */
    FINDINGS_REMAIN(1),
    /** Usage or configuration. */
    USAGE(2),
    /** Unreachable, no privilege, the advisory lock was not free in time; nothing is half done. */
    COULD_NOT_FINISH(3),
    /** A bug of ours. */
    BUG(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
