package io.github.cleanstaletypes.internal.catalog;

import java.util.List;
import java.util.Set;

/**
 * The bodies of functions that may mention some names.
 *
 * @param bodies the bodies
 * @param keywords those of the names that are keywords, which an unquoted mention without a schema cannot mean
 */
public record FunctionBodies(List<FunctionBody> bodies, Set<String> keywords) {

    static final FunctionBodies NONE = new FunctionBodies(List.of(), Set.of());

    public FunctionBodies {
        bodies = List.copyOf(bodies);
        keywords = Set.copyOf(keywords);
    }
}
