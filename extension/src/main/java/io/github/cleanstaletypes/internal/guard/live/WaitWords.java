package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.finding.remedy.PreparedBy;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in a line what a session of the command waits for. Stateless. */
final class WaitWords {

    private static final String FLYWAY =
            " Flyway holds its lock in a transaction that is open as long as it migrates, and CREATE INDEX"
                    + " CONCURRENTLY waits for each such transaction. End this run, and set flyway.postgresql.transactional.lock=false"
                    + " (FLYWAY_POSTGRESQL_TRANSACTIONAL_LOCK=false).";

    private WaitWords() {}

    static String of(CommandWait wait) {
        SeenWait seen = wait.seen();
        return session(seen) + " waits for " + seen.lock() + " on " + seen.on() + ", " + heldBy(wait) + "; for "
                + Times.inWords(seen.waited()) + " so far" + (seen.itself() ? itself(wait) : "");
    }

    static String over(SeenWait seen) {
        return session(seen) + " no longer waits for " + seen.on() + ", after " + Times.inWords(seen.waited());
    }

    private static String session(SeenWait seen) {
        return seen.certain()
                ? "session " + seen.session() + " of the command"
                : "session " + seen.session() + " (probably the command's)";
    }

    private static String heldBy(CommandWait wait) {
        Holder holder = wait.seen().holder();
        if (holder == null) {
            return "behind pid " + wait.through() + ", which waits in its turn";
        }
        String more = wait.others() == 0 ? "" : " and " + wait.others() + " more";
        return (wait.through() == null ? "held by " : "behind pid " + wait.through() + ", which waits for ")
                + of(holder)
                + more;
    }

    private static String itself(CommandWait wait) {
        return ". The command waits for itself: that other session is its own, and does not go on before this one has."
                + (wait.flyway() ? FLYWAY : "");
    }

    private static String of(Holder holder) {
        List<String> words = new ArrayList<>();
        add(words, "", holder.role());
        add(words, "", holder.application());
        if (!holder.visible()) {
            words.add("the rest is not visible to this role");
        }
        String since = holder.since() == null ? "" : " for " + Times.inWords(Objects.requireNonNull(holder.since()));
        add(words, "", holder.state() == null ? null : holder.state() + since);
        add(words, "query ", holder.query());
        if (holder.pid() == null) {
            String gid = holder.gid();
            return gid == null
                    ? "a prepared transaction"
                    : "prepared transaction '" + gid.replace("'", "''") + "' (" + String.join(", ", words)
                            + "; "
                            + PreparedBy.of(gid)
                                    .map(PreparedBy::remedy)
                                    .orElse("COMMIT PREPARED or ROLLBACK PREPARED ends it")
                            + ")";
        }
        return "pid " + holder.pid() + (words.isEmpty() ? "" : " (" + String.join(", ", words) + ")");
    }

    private static void add(List<String> words, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.add(label + value);
        }
    }
}
