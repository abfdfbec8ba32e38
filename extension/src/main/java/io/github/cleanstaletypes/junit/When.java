package io.github.cleanstaletypes.junit;

/** When to clean. */
public enum When {
    /** When the configuration parameter {@code cleanstaletypes.when} says; {@link #ONCE_PER_CLASS} without it. */
    CONFIGURED,
    /** Once for each class, before its {@code @BeforeAll} methods, and before a test framework makes its first instance. */
    ONCE_PER_CLASS,
    /** Once for each class, and again before the {@code @BeforeEach} methods of each test, those of {@code @Nested} classes too. */
    BEFORE_EACH
}
