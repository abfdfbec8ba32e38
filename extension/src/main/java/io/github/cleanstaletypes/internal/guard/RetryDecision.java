package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.guard.Attempt.Next;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a command failed, and what to do about it. Remembers what it has decided before: nothing is tried for ever. */
final class RetryDecision {

    /** Duplicate table (any relation) and duplicate object (manual, appendix A). */
    private static final Set<String> EXISTS = Set.of(SqlStates.DUPLICATE_TABLE, SqlStates.DUPLICATE_OBJECT);

    private final GuardConnections sessions;
    private final Narrator narrator;
    private final boolean heal;
    private final Set<String> healed = new HashSet<>();
    private final Set<SqlName> met = new HashSet<>();
    private int retriesLeft;

    RetryDecision(GuardConnections sessions, Narrator narrator, int retries, boolean heal) {
        this.sessions = sessions;
        this.narrator = narrator;
        this.retriesLeft = retries;
        this.heal = heal;
    }

    /**
     * Reads what the command said, and looks into the database if that answers.
     *
     * @param start before the command was started
     */
    Optional<Diagnosis> diagnose(String output, GuardToken token, CommittedSnapshot start) {
        try (Connection connection = sessions.underToken(token)) {
            Explanation explanation =
                    Cleaner.on(connection).underGuard(token).explain(output).orElse(null);
            return explanation == null
                    ? Optional.empty()
                    : Optional.of(new Diagnosis(explanation, newcomers(connection, explanation, start)));
        } catch (SQLException e) {
            narrator.warn("the database could not be looked at: " + ErrorLine.of(e));
        } catch (RunFailedException e) {
            narrator.warn("the database could not be looked at: " + e.getMessage());
        }
        return Explanations.of(output).map(explanation -> new Diagnosis(explanation, List.of()));
    }

    /** 42P07 and 42710 are no races by themselves: most often what is in the way has long been there. */
    private static List<SqlName> newcomers(Connection connection, Explanation explanation, CommittedSnapshot start)
            throws SQLException {
        if (!EXISTS.contains(String.valueOf(explanation.sqlState()))) {
            return List.of();
        }
        return start.committedSince(
                connection,
                explanation.results().stream()
                        .map(Result::finding)
                        .filter(RetryDecision::standing)
                        .map(Finding::subject)
                        .toList());
    }

    /** Whether it is about an object that is there, and not about who is creating it, nor about damage. */
    private static boolean standing(Finding finding) {
        return finding.subject().oid() != 0 && !finding.code().damage();
    }

    /**
     * What to do next; counts. A newcomer is tried again before anything is removed, since whoever has just created it may be about to use
     * it; once for each name, since the command may have created it itself.
     */
    Next decide(Diagnosis diagnosis) {
        Explanation explanation = diagnosis.explanation();
        if (damaged(explanation)) {
            return Next.END;
        }
        if (retriesLeft > 0 && met.addAll(diagnosis.newcomers())) {
            narrator.step("committed while the command ran: " + SqlName.list(diagnosis.newcomers()), Duration.ZERO);
            retriesLeft--;
            return Next.RETRY;
        }
        if (heal && !healed.containsAll(explanation.healable())) {
            healed.addAll(explanation.healable());
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
}
