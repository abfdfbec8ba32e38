package io.github.cleanstaletypes.internal.finding.index;

import io.github.cleanstaletypes.internal.catalog.index.IndexDefinition;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what an invalid index is, what follows, and what to do about it. Stateless. */
public final class IndexWords {

    /** REINDEX CONCURRENTLY names the two indexes that it works with so, with a number behind if that name is taken. */
    private static final Pattern REBUILT = Pattern.compile("_cc(new|old)\\d*$");

    private IndexWords() {}

    /** Says what it is, and what follows. */
    public static String explanation(IndexRow index) {
        String what = "The index " + name(index) + " on " + table(index);
        if (index.builder() != null) {
            return what + " is being built at this moment, by the session with pid " + index.builder()
                    + ": no query uses it before that is done, and the next CREATE of that name fails with 42P07.";
        }
        return what + " is invalid: " + how(index)
                + ". No query uses it. The next CREATE of that name fails with 42P07;"
                + " with IF NOT EXISTS it succeeds, and makes no index." + consequence(index);
    }

    private static String how(IndexRow index) {
        String rebuilt = rebuilt(index);
        if (rebuilt != null) {
            return rebuilt.equals("new")
                    ? "by its name, a REINDEX CONCURRENTLY that was broken off was building it, and the index that it was to replace is"
                            + " still in use"
                    : "by its name, a REINDEX CONCURRENTLY has replaced it, and was broken off before it dropped it";
        }
        return index.live()
                ? "a CREATE INDEX CONCURRENTLY of it failed, or its client is gone"
                : "a DROP INDEX CONCURRENTLY of it was broken off";
    }

    private static String consequence(IndexRow index) {
        if (!index.ready()) {
            return index.unique() ? " It is unique, but refuses no duplicates." : "";
        }
        return index.unique()
                ? " It is unique, and each write goes into it, so it refuses duplicates already; between its removal and its next build"
                        + " nothing does."
                : " Each write goes into it nevertheless.";
    }

    /** Says what to do about it, with the statement to paste. */
    public static String remedy(IndexRow index) {
        if (index.builder() != null) {
            return "Let that session finish, and look again: " + Calls.CHECK + ".";
        }
        return switch (index.role()) {
            case TABLE -> removal(index);
            case TOAST -> drop("DROP INDEX ", index);
            case PARTITION, MATERIALIZED_VIEW, EXTENSION, CONSTRAINT, REPLICA_IDENTITY ->
                rebuilding("REINDEX INDEX CONCURRENTLY ", index);
            case EXCLUSION_CONSTRAINT -> rebuilding("REINDEX INDEX ", index);
        };
    }

    private static String removal(IndexRow index) {
        if (rebuilt(index) != null) {
            return drop("DROP INDEX CONCURRENTLY ", index);
        }
        IndexDefinition definition = index.definition();
        String duplicates = definition == null ? null : definition.duplicates();
        String first = duplicates == null
                ? "Remove it: "
                : "First see that no rows are there twice: " + duplicates + " Then remove it: ";
        return first + Calls.clean(name(index)) + " (by hand: DROP INDEX CONCURRENTLY " + name(index)
                + ";), and run the migration again, which builds it.";
    }

    private static String rebuilding(String statement, IndexRow index) {
        return "It belongs to " + index.role().word() + ", so this tool never removes it. Build it anew: " + statement
                + name(index) + ";";
    }

    private static String drop(String statement, IndexRow index) {
        return "Drop it: " + statement + name(index) + ";";
    }

    /** Whether it is the new or the old index of a REINDEX CONCURRENTLY, by its name; null if neither. */
    private static @Nullable String rebuilt(IndexRow index) {
        Matcher suffix = REBUILT.matcher(index.name());
        return suffix.find() ? suffix.group(1) : null;
    }

    private static String name(IndexRow index) {
        return new SqlName(index.schema(), index.name()).toString();
    }

    private static String table(IndexRow index) {
        return new SqlName(index.tableSchema(), index.tableName()).toString();
    }
}
