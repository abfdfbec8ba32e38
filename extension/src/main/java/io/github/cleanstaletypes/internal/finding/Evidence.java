package io.github.cleanstaletypes.internal.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the facts behind a finding in the order in which they are to be shown; leaves out what is not known. */
final class Evidence {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    Evidence put(String name, @Nullable Object fact) {
        if (fact != null) {
            facts.put(name, fact);
        }
        return this;
    }

    Map<String, Object> facts() {
        return Collections.unmodifiableMap(facts);
    }
}
