package io.github.cleanstaletypes.internal.connect.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must not be shown: the passwords of a run, wherever they were given, also in the wrong place. It learns while settings are read, and
 * masks them in what others say. Can be shared between threads.
 */
public final class Secrets {

    /** What stands in a text instead. */
    public static final String MASK = "(hidden)";

    /**
     * Passwords that any text may hold: words, numbers, versions. Masking them would garble what is printed, and would tell what it hides: a
     * reader knows the word that is missing.
     */
    private static final Pattern COMMONPLACE =
            Pattern.compile(".{1,3}|[A-Za-z]?[a-z]{1,15}(?:[_-][a-z]{1,15})*|[A-Z]{1,4}|[0-9.]{1,20}");

    private static final int LONGEST_SENSIBLE = 4096;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The same environment; what is read from it is learned from. */
    public Environment watching(Environment environment) {
        return new WatchedEnvironment(environment, this);
    }

    /** Learns from the variables of passwords, even if nobody else reads them. */
    public void learnFrom(Environment environment) {
        Environment watched = watching(environment);
        for (String variable : Variables.OF_SECRETS) {
            watched.get(variable);
        }
    }

    /** Learns a password. */
    public void add(@Nullable String password) {
        if (password != null
                && password.length() <= LONGEST_SENSIBLE
                && !COMMONPLACE.matcher(password).matches()) {
            known.add(password);
        }
    }

    /** Learns what another one knows. */
    public void addAll(Secrets others) {
        known.addAll(others.known);
    }

    /** Learns the passwords that stand in a text which may be a URL or a connection string. */
    public void learnFrom(String text) {
        if (text.length() <= LONGEST_SENSIBLE * 2) {
            for (String secret : CredentialText.secretsIn(text)) {
                add(secret);
            }
        }
    }

    /** Learns the value of a variable, whose name may say that all of it is a password. */
    void learnFrom(String variable, String value) {
        boolean path = variable.endsWith(Variables.FILE) && ShownPath.isHarmless(value);
        if (variable.contains("PASSWORD") && !path) {
            add(value);
        }
        learnFrom(value);
    }

    /** The secrets that can be masked, the longest first: one may be a part of another. */
    public Collection<String> known() {
        return known.isEmpty()
                ? List.of()
                : known.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
    }

    /** The text without what is secret in it. */
    public String mask(String text) {
        String masked = text;
        for (String secret : known()) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /** Whether a value may hold a password by its form, whatever it was given as. */
    public static boolean mayBeIn(String value) {
        return CredentialText.is(value);
    }

    @Override
    public String toString() {
        return known.size() + " secrets";
    }
}
