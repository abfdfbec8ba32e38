package io.github.cleanstaletypes.proof.interleaving;

import io.github.cleanstaletypes.report.Result;
import java.sql.SQLException;
import java.util.List;

/**
 * An interleaving that was played.
 *
 * @param oid the type's
 * @param trips our round trips
 * @param playedAt before which of them each step of the other session was played
 * @param results what we have told
 * @param failures of the other session's statements
 */
record Played(
        Script script,
        String oid,
        List<String> trips,
        List<Integer> playedAt,
        List<Result> results,
        List<SQLException> failures) {

    boolean committed() {
        return script.commits() && failures.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int trip = 1; trip <= trips.size() + 1; trip++) {
            for (int i = 0; i < playedAt.size(); i++) {
                if (playedAt.get(i) == trip) {
                    text.append("\n    other: ").append(script.steps().get(i));
                }
            }
            text.append(trip > trips.size() ? "" : "\n  ours " + trip + ": " + shortened(trips.get(trip - 1)));
        }
        results.forEach(result ->
                text.append("\n  told: ").append(result.outcome()).append(' ').append(result.why()));
        failures.forEach(failure -> text.append("\n  other failed: ").append(failure.getMessage()));
        return text.toString();
    }

    private static String shortened(String trip) {
        return trip.length() > 160 ? trip.substring(0, 160) : trip;
    }
}
