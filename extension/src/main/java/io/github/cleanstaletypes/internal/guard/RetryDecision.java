package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.guard.healing.HealingChoice;
import io.github.cleanstaletypes.internal.guard.healing.HealingFinder;
import io.github.cleanstaletypes.internal.guard.live.GivingWay;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a command failed, and what to do about it. Remembers what it has decided before: nothing is tried for ever. */
final class RetryDecision {

    /** Duplicate table (any relation) and duplicate object (manual, appendix A). */
    private static final Set<String> EXISTS = Set.of(SqlStates.DUPLICATE_TABLE, SqlStates.DUPLICATE_OBJECT);

    private final GuardConnections sessions;
    private final Narrator narrator;
    private final boolean heal;
    private final GivingWay givingWay;
    private final HealingFinder choices = new HealingFinder();
    private final Set<SqlName> healed = new HashSet<>();
    private final Set<SqlName> met = new HashSet<>();
    private int retriesLeft;

    RetryDecision(GuardConnections sessions, Narrator narrator, int retries, boolean heal, GivingWay givingWay) {
        this.givingWay = givingWay;
        this.sessions = sessions;
        this.narrator = narrator;
        this.retriesLeft = retries;
        this.heal = heal;
    }

    /**
     * Says why it failed, with a look into the database if that answers.
     *
     * @param start before the command was started
     */
    Diagnosis diagnose(Failure failure, GuardToken token, CommittedSnapshot start) {
        tellIfSetAsideInVain(failure.first().named());
        try (Connection connection = sessions.looks().underToken(token)) {
            Cleaner cleaner = Cleaner.on(connection).underGuard(token);
            Explanation explanation = cleaner.explain(failure);
            HealingChoice choice = choices.find(connection, cleaner, failure.first());
            return new Diagnosis(
                    choice.in(explanation, failure.first()), choice, newcomers(connection, explanation, choice, start));
        } catch (SQLException e) {
            narrator.warn("the database could not be looked at: " + ErrorLine.of(e));
        } catch (RunFailedException e) {
            narrator.warn("the database could not be looked at: " + e.getMessage());
        }
        return new Diagnosis(Explanations.of(failure), HealingChoice.NONE, List.of());
    }

    private void tellIfSetAsideInVain(@Nullable NamedObject named) {
        healed.stream()
                .filter(type -> named != null && type.name().equals(named.name()))
                .forEach(type -> narrator.warn("the same name again, although " + type
                        + " is out of the way: the command meets what it has created itself, or another schema's"));
    }

    /** 42P07 and 42710 are no races by themselves: most often what is in the way has long been there. */
    private static List<SqlName> newcomers(
            Connection connection, Explanation explanation, HealingChoice choice, CommittedSnapshot start)
            throws SQLException {
        if (!EXISTS.contains(String.valueOf(explanation.sqlState()))) {
            return List.of();
        }
        Stream<SqlName> found = explanation.results().stream()
                .map(Result::finding)
                .filter(RetryDecision::standing)
                .map(Finding::subject)
                .map(subject -> new SqlName(subject.schema(), String.valueOf(subject.name())));
        return start.committedSince(
                connection,
                Stream.concat(found, Stream.ofNullable(choice.inTheWay()))
                        .distinct()
                        .toList());
    }

    /** Whether it is about an object that is there, and not about who is creating it, nor about damage. */
    private static boolean standing(Finding finding) {
        return finding.subject().oid() != 0 && !finding.code().damage();
    }

    /**
     * What to do next; counts. A newcomer is tried again before anything is set aside, since whoever has just created it may be about to
     * use it; once for each name, since the command may have created it itself. While something is set aside, an application may miss
     * it, so there is no other attempt then, unless for the next name.
     *
     * @param pending whether something is set aside
     */
    Next decide(Diagnosis diagnosis, boolean pending) {
        if (damaged(diagnosis.explanation())) {
            return Next.END;
        }
        if (!pending
                && SqlStates.LOCK_NOT_AVAILABLE.equals(diagnosis.explanation().sqlState())
                && givingWay.again()) {
            return Next.RETRY;
        }
        boolean again = retriesLeft > 0 && !pending;
        if (again && met.addAll(diagnosis.newcomers())) {
            narrator.step("committed while the command ran: " + SqlName.list(diagnosis.newcomers()), Duration.ZERO);
            retriesLeft--;
            return Next.RETRY;
        }
        SqlName inTheWay = diagnosis.choice().inTheWay();
        if (heal && inTheWay != null && healed.add(inTheWay)) {
            return Next.HEAL;
        }
        if (again && diagnosis.explanation().transientRace()) {
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
