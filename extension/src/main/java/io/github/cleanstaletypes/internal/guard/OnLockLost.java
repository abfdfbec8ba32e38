package io.github.cleanstaletypes.internal.guard;

/** What becomes of the command when the session that holds the lock is gone, and a second guard may start at any moment. */
public enum OnLockLost {
    /** It is stopped: TERM, then KILL. */
    STOP,
    /** It goes on; a second guard may end its sessions. */
    WARN
}
