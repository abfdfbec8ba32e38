package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A passing incident is a session in the middle of a creation: only a migration that comes before it ends meets it.
 *
 * @param session the session
 * @param replicas how many programs run the next migration at once
 * @param next runs the next migration, and lets the session go when that waits for it
 * @param check looks at what only this scenario knows, when all is over
 */
public record PassingIncident(
        Expectation expectation,
        InFlight session,
        int replicas,
        Function<InFlight, Optional<ServerError>> next,
        Supplier<List<String>> check)
        implements Incident {

    /** Makes one whose next migration is run by one program. */
    public static PassingIncident of(
            Scene scene, Expectation expectation, InFlight session, Supplier<List<String>> check) {
        NextMigration next = NextMigration.of(scene, expectation.next());
        return new PassingIncident(expectation, session, 1, next::runAgainst, check);
    }

    @Override
    public Optional<InFlight> inFlight() {
        return Optional.of(session);
    }

    @Override
    public Optional<ServerError> migrate() {
        return next.apply(session);
    }

    @Override
    public List<String> verify() {
        return check.get();
    }

    @Override
    public void close() {
        session.close();
    }
}
