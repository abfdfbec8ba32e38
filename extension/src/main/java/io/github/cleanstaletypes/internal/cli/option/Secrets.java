package io.github.cleanstaletypes.internal.cli.option;

/** Tells whether a text that came to stand in the wrong place may be a URL, and so hold a password. */
final class Secrets {

    private Secrets() {}

    static boolean mayBeIn(String text) {
        return text.contains("@") || text.contains("://") || text.contains("jdbc:") || text.contains("password=");
    }
}
