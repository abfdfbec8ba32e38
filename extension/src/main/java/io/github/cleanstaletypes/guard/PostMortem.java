package io.github.cleanstaletypes.guard;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.apply.GuardToken;
import io.github.cleanstaletypes.apply.Result;
import io.github.cleanstaletypes.claim.Claim;
import io.github.cleanstaletypes.claim.SqlName;
import io.github.cleanstaletypes.explain.Explanation;
import io.github.cleanstaletypes.explain.Explanations;
import io.github.cleanstaletypes.guard.Attempt.Next;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a command failed, and what to do about it. Remembers what it has decided before: nothing is tried for ever. */
final class PostMortem {

    private final Sessions sessions;
    private final Narrator narrator;
    private final boolean heal;
    private final Set<SqlName> healed = new HashSet<>();
    private int retriesLeft;

    PostMortem(Sessions sessions, Narrator narrator, int retries, boolean heal) {
        this.sessions = sessions;
        this.narrator = narrator;
        this.retriesLeft = retries;
        this.heal = heal;
    }

    /** Reads what the command said, and looks into the database if that answers. */
    Optional<Explanation> explain(String output, GuardToken token) {
        try (Connection connection = sessions.underToken(token)) {
            return StaleTypes.on(connection).underGuard(token).explain(output);
        } catch (SQLException e) {
            narrator.warn("the database could not be looked at: " + Words.of(e));
        } catch (StaleTypesException e) {
            narrator.warn("the database could not be looked at: " + e.getMessage());
        }
        return Explanations.of(output);
    }

    /** What to do next; counts. */
    Next decide(Explanation explanation) {
        if (damaged(explanation)) {
            return Next.END;
        }
        if (heal && !healed.containsAll(names(explanation.healable()))) {
            healed.addAll(names(explanation.healable()));
            return Next.HEAL;
        }
        if (explanation.transientRace() && retriesLeft > 0) {
            retriesLeft--;
            return Next.RETRY;
        }
        return Next.END;
    }

    /** Each transaction that fails can make invisible rows lost for good. */
    private static boolean damaged(Explanation explanation) {
        return explanation.results().stream()
                .map(Result::finding)
                .anyMatch(finding -> finding.code().damage());
    }

    private static List<SqlName> names(List<Claim> claims) {
        return claims.stream().map(Claim::name).toList();
    }
}
