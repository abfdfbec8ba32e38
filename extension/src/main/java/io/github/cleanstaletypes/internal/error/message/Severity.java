package io.github.cleanstaletypes.internal.error.message;

/** How serious the server says that a message is, in rising order. */
public enum Severity {
    DEBUG,
    LOG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    FATAL,
    PANIC
}
