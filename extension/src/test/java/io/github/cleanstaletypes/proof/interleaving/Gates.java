package io.github.cleanstaletypes.proof.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Before which of our round trips a step of the other session has to be played, so that nothing is played twice.
 *
 * <p>A step that is played before a round trip and the same step after it lead to the same, if the two have nothing to do with each other:
 *
 * <ul>
 *   <li>A round trip that only sets something for our transaction, tries our advisory lock, formats a text or ends a transaction that has
 *       only read, sees nothing of the other session and takes or frees no lock that it could want. It is passed over.
 *   <li>What the other session has not committed, or takes back, is seen by no query of a catalog, and a lock for reading a catalog holds
 *       nobody up who changes its rows. So before such a query only a COMMIT is played. The same goes for the beginning of a transaction that
 *       sees one state only.
 *   <li>All else (statements that change or lock something, their ends, and queries of locks, sessions and running transactions) is
 *       preceded by each step.
 * </ul>
 */
final class Gates {

    private static final Pattern CHANGES = Pattern.compile("(^|; )(ALTER|COMMENT|CREATE|DROP|LOCK) ");
    private static final Pattern SEES_SESSIONS = Pattern.compile(
            "pg_locks|pg_stat_|pg_prepared_|pg_current_snapshot|pg_current_xact|pg_snapshot|txid|xmin|pg_blocking");
    private static final Pattern READS =
            Pattern.compile("(FROM|JOIN) (LATERAL )?pg_catalog\\.pg_|REPEATABLE READ|::\\S*reg");
    private static final Pattern ENDS = Pattern.compile("(^|; )(commit|rollback|COMMIT|ROLLBACK)");

    private enum Gate {
        FOR_NONE,
        FOR_COMMIT,
        FOR_ALL
    }

    private final List<Gate> gates = new ArrayList<>();

    Gates(List<String> trips) {
        boolean changed = false;
        for (String trip : trips) {
            boolean changes = CHANGES.matcher(trip).find();
            boolean ends = ENDS.matcher(trip).find();
            gates.add(gate(trip, changes || (ends && changed)));
            changed = !ends && (changed || changes);
        }
    }

    private static Gate gate(String trip, boolean changes) {
        if (changes || SEES_SESSIONS.matcher(trip).find()) {
            return Gate.FOR_ALL;
        }
        return READS.matcher(trip).find() ? Gate.FOR_COMMIT : Gate.FOR_NONE;
    }

    /** The first place from this one on where a step must be played; after our end if there is no other. */
    int from(int place, boolean commits) {
        for (int i = place; i <= gates.size(); i++) {
            Gate gate = gates.get(i - 1);
            if (gate == Gate.FOR_ALL || (gate == Gate.FOR_COMMIT && commits)) {
                return i;
            }
        }
        return gates.size() + 1;
    }

    /** The place after our end. */
    int end() {
        return gates.size() + 1;
    }

    @Override
    public String toString() {
        return gates.toString();
    }
}
