package io.github.cleanstaletypes.junit;

/** What a test class or its configuration says cannot be done; the message says what is wrong and what to write. */
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }

    Misuse(String message, Throwable cause) {
        super(message, cause);
    }
}
