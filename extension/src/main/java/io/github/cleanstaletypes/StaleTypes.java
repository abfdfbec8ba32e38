package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Explanation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Finds stale types in one PostgreSQL database, and removes what is provably safe to remove.
 *
 * <pre>{@code
 * CleanupReport report = StaleTypes.in(dataSource).claiming("accounts_user").clean();
 * }</pre>
 *
 * <p>A type is a candidate only if nothing uses it and its name is claimed. Relations are never touched. Each method returns a new
 * object; an object can be shared between threads and used as often as one likes. A run borrows one connection, so a pool of size 1 is
 * enough, and gives it back as it was. PostgreSQL 14 or later.
 */
public final class StaleTypes {

    private final Cleaner cleaner;

    StaleTypes(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    /** Looks into the database that this data source connects to. */
    public static StaleTypes in(DataSource dataSource) {
        return new StaleTypes(Cleaner.in(dataSource));
    }

    /** Looks into the database at the other end of this connection, which stays open and must not be used meanwhile. */
    public static StaleTypes on(Connection connection) {
        return new StaleTypes(Cleaner.on(connection));
    }

    /**
     * Claims names by hand, as SQL writes them: {@code accounts_user}, {@code app.accounts_user}, {@code "My Type"} in double quotes. A
     * bare name means the connection's search path.
     *
     * @throws IllegalArgumentException if SQL would not read one as a name
     * @throws NullPointerException if one is null
     */
    public StaleTypes claiming(String... names) {
        return new StaleTypes(cleaner.claiming(names));
    }

    /**
     * Claims the names that pending migrations of this directory will create. What is pending is read in each run from the history that
     * the migration tool keeps in the database: Flyway, Prisma, golang-migrate, dbmate, goose, sqlx, Supabase, node-pg-migrate, or Alembic
     * of which the directory holds scripts. A table of such a name, or a type of such a name that is in use, then is a finding.
     *
     * <p>Plain scripts have no history. Their tables are claimed, but neither a table nor a type of their own that is there already is a
     * finding, since it may be what they have made; except a type that only tables mention which are not there.
     *
     * @throws IllegalArgumentException if it cannot be read, or holds no {@code .sql} file
     */
    public StaleTypes claimingPending(Path directory) {
        return new StaleTypes(cleaner.claimingPending(directory));
    }

    /** Claims every standalone type that nothing uses. Somebody may want one of them: look at a {@link #dryRun()} run first. */
    public StaleTypes claimingAllUnused() {
        return new StaleTypes(cleaner.claimingAllUnused());
    }

    /**
     * Looks only into schemas that one of these patterns covers; a bare name then means these schemas.
     *
     * @param globs {@code *} is any number of characters, {@code ?} is one
     */
    public StaleTypes inSchemas(String... globs) {
        return new StaleTypes(cleaner.inSchemas(globs));
    }

    /** Takes a name claimed by hand as seriously as one that a pending migration claims: a relation or a type in use fails too, and so does a name
     * that could not be judged, or somebody who is creating something still. */
    public StaleTypes strictly() {
        return new StaleTypes(cleaner.strictly());
    }

    /** Waits this long for the advisory lock, per change; 5 minutes by default. */
    public StaleTypes waitingForLock(Duration atMost) {
        return new StaleTypes(cleaner.waitingForLock(atMost));
    }

    /** Waits this long for transactions that are creating something; 10 seconds by default. */
    public StaleTypes waitingForCreators(Duration atMost) {
        return new StaleTypes(cleaner.waitingForCreators(atMost));
    }

    /** Rolls these prepared transactions back, if they have created something. */
    public StaleTypes rollingBack(String... gids) {
        return new StaleTypes(cleaner.rollingBack(gids));
    }

    /**
     * Frees lock rows that a killed migration of Knex or Liquibase has left, if nobody else is connected to the database and nobody is ten
     * seconds later. A client's clock is never compared.
     */
    public StaleTypes freeingLocks() {
        return new StaleTypes(cleaner.freeingLocks());
    }

    /**
     * Makes {@link #clean()} try of each claimed name whether a CREATE of it would succeed, in a transaction that is rolled back. Names
     * that an error claimed are tried anyway. A name that is held, taken or invisible needs attention, even if it is a table's or that of a
     * type in use. Each try uses one transaction id up.
     */
    public StaleTypes probing() {
        return new StaleTypes(cleaner.probing());
    }

    /**
     * Ends sessions that hold a creation open and have been {@code idle in transaction} for longer than this; what they were creating is
     * rolled back. Never one that is running a statement, nor one that this role may not end, which is told. Without this, none is ended.
     */
    public StaleTypes endingIdleAfter(Duration atLeast) {
        return new StaleTypes(cleaner.endingIdleAfter(atLeast));
    }

    /** Makes {@link #clean()} plan and change nothing. */
    public StaleTypes dryRun() {
        return new StaleTypes(cleaner.dryRun());
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws StaleTypesException if the database cannot be reached, is no PostgreSQL of version 14 or later, or the session is lost
     */
    public CleanupReport check() {
        return finished(cleaner::check);
    }

    /**
     * Looks, and removes what is safe to remove.
     *
     * @throws StaleTypesException as {@link #check()} does; besides if the database is a standby, or another clean or guard is at work
     *     for longer than this run waits. Nothing is half done then
     */
    public CleanupReport clean() {
        return finished(cleaner::clean);
    }

    /**
     * Gives quarantined types their names back.
     *
     * @throws StaleTypesException as {@link #clean()} does
     */
    public CleanupReport restore() {
        return finished(cleaner::restore);
    }

    /**
     * Explains why a migration failed: from an exception, however it is wrapped, and what the live catalog has for the names in it.
     * Changes nothing. Names that are claimed otherwise do not count here.
     *
     * @return empty if nothing in it is an error of this family
     * @throws StaleTypesException as {@link #check()} does
     */
    public Optional<Explanation> explain(Throwable failure) {
        return finished(() -> cleaner.explain(failure));
    }

    /**
     * Explains why a migration failed, from what its tool has printed, and what the live catalog has for the names in it.
     *
     * @param output the text of a log, of any driver and in any language
     * @return empty if nothing in it is an error of this family
     * @throws StaleTypesException as {@link #check()} does
     */
    public Optional<Explanation> explain(String output) {
        return finished(() -> cleaner.explain(output));
    }

    private static <T> T finished(Supplier<T> run) {
        try {
            return run.get();
        } catch (RunFailedException e) {
            throw new StaleTypesException(e);
        }
    }
}
