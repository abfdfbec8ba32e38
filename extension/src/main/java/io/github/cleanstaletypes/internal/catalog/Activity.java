package io.github.cleanstaletypes.internal.catalog;

import java.util.List;

/**
 * What other sessions and prepared transactions were doing in this database at one moment. Immutable.
 *
 * @param creators transactions that are creating something and have not committed
 */
public record Activity(List<Creator> creators) {

    public Activity {
        creators = List.copyOf(creators);
    }
}
