package io.github.cleanstaletypes.internal.claim.migration.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations of a directory are pending by a history. Immutable.
 *
 * @param migrations these, in the order in which they will run; none if nobody knows
 * @param unknown why nobody knows, as a part of a sentence whose subject is the history; null if it is known
 */
record Pending(List<ToolMigration> migrations, @Nullable String unknown) {

    Pending {
        migrations = List.copyOf(migrations);
    }

    static Pending of(List<ToolMigration> migrations) {
        return new Pending(migrations, null);
    }

    static Pending unknown(String why) {
        return new Pending(List.of(), why);
    }
}
