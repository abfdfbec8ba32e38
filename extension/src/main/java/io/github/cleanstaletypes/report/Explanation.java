package io.github.cleanstaletypes.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says why a migration failed, and what to do. Immutable.
 *
 * @param cause why, as far as it is known: the name of a {@link FindingCode} if the live catalog told it, else what the error tells by
 *     itself, such as {@code TYPE_RACE} or {@code TYPE_EXISTS}
 * @param sqlState the error's SQLSTATE, or null if it has none or it is not known
 * @param constraint the constraint that the error names or implies, or null
 * @param explanation what happened, in a few sentences
 * @param remedy what to do, with a command to paste where there is one
 * @param claims the names that the error claims as SQL writes them, with their schemas where these are known
 * @param results what the live catalog has for these names, and damage wherever it is; empty without a database
 * @param transientRace whether two sessions at the same moment are all that it took, so that a second attempt is worth it. Never for
 *     42710 and 42P07: that what is in the way was committed only just now cannot be proved afterwards, unless the caller has looked
 *     before
 * @param healable the standalone types that the error names, that nothing uses, and that may be removed, as SQL writes them
 * @param evidence facts that are not in the results, a line each
 * @param others what else went wrong after it, a line each
 * @param look the look into the live catalog, or null if there was none
 */
public record Explanation(
        String cause,
        @Nullable String sqlState,
        @Nullable String constraint,
        String explanation,
        String remedy,
        List<String> claims,
        List<Result> results,
        boolean transientRace,
        List<String> healable,
        List<String> evidence,
        List<String> others,
        @Nullable Look look) {

    /**
     * A look into the live catalog.
     *
     * @param database the database's name
     * @param serverVersion the server's version, such as {@code 15.18}
     * @param notLookedAt what was not looked at or could not be judged, a sentence each
     */
    public record Look(String database, String serverVersion, List<String> notLookedAt) {

        public Look {
            notLookedAt = List.copyOf(notLookedAt);
        }
    }

    public Explanation {
        claims = List.copyOf(claims);
        results = List.copyOf(results);
        healable = List.copyOf(healable);
        evidence = List.copyOf(evidence);
        others = List.copyOf(others);
    }
}
