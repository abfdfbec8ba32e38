package io.github.cleanstaletypes.internal.finding.remedy;

import io.github.cleanstaletypes.internal.finding.remedy.CallChain.Call;

/** Those who read what to do, each with the words for it that they can use where they are. */
public enum Audience {
    COMMAND_LINE,
    JUNIT,
    FLYWAY,
    LIBRARY;

    private static final String BY_CALLBACK =
            "CleanStaleTypesCallback does that, before a migration that creates this name";
    private static final String TOLD_BY_CALLBACK =
            "CleanStaleTypesCallback tells what is in the way, before the next migration";

    /** The text with each of its calls of {@code StaleTypes}, and each {@link Phrase}, in the words of this reader. */
    public String words(String text) {
        String words = CallChain.replacedIn(text, this::inWords);
        for (Phrase phrase : Phrase.values()) {
            words = words.replace(phrase.words(), phrase.of(this));
        }
        return words;
    }

    private String inWords(CallChain chain) {
        return switch (this) {
            case COMMAND_LINE -> CommandForm.of(chain);
            case JUNIT -> attributes(chain);
            case FLYWAY -> byCallback(chain);
            case LIBRARY -> chain.text();
        };
    }

    /** Without an attribute it is the call, which a test can make. */
    private static String attributes(CallChain chain) {
        Call first = chain.first();
        if (first.name().equals("waitingForCreators")) {
            return "creatorsWait = \"" + first.seconds() + "\"";
        }
        if (chain.text().equals(Calls.FREE_LOCKS)) {
            return "@CleanStaleTypes(freeLocks = true)";
        }
        if (!chain.claims("clean")) {
            return chain.text();
        }
        boolean one = first.texts().size() == 1;
        return "@CleanStaleTypes(" + (one ? first.argument() : "{" + first.argument() + "}") + ")";
    }

    /** The callback has no settings: what it does not do by itself is the call. */
    private static String byCallback(CallChain chain) {
        if (chain.claims("clean")) {
            return BY_CALLBACK;
        }
        if (chain.call("waitingForCreators").isPresent()) {
            return CallChain.BEGINNING + chain.text() + ", since CleanStaleTypesCallback has no setting for that";
        }
        return chain.call("claimingPending").isPresent() ? TOLD_BY_CALLBACK : chain.text();
    }
}
