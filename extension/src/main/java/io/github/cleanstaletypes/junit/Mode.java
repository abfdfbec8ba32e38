package io.github.cleanstaletypes.junit;

/** What to do about what is found. */
public enum Mode {
    /** What the configuration parameter {@code cleanstaletypes.mode} says; {@link #CLEAN} without it. */
    CONFIGURED,
    /** Remove what is safe to remove; the class fails if something remains that needs attention. */
    CLEAN,
    /** Change nothing, fail nothing, tell what is found. */
    REPORT,
    /** Change nothing; the class fails if something is found that needs attention. */
    FAIL
}
