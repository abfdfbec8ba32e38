package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.apply.GuardToken;
import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.ClaimSource;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SchemaGlob;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.migration.GivenMigrations;
import io.github.cleanstaletypes.internal.claim.migration.MigrationDirectory;
import io.github.cleanstaletypes.internal.claim.migration.MigrationScript;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.explain.Explanation;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.explain.Failure;
import io.github.cleanstaletypes.internal.explain.FailureReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final BorrowedConnection connection;
    private final Settings settings;

    StaleTypes(BorrowedConnection connection) {
        this(connection, Settings.DEFAULT);
    }

    private StaleTypes(BorrowedConnection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Looks into the database that this data source connects to. */
    public static StaleTypes in(DataSource dataSource) {
        return new StaleTypes(BorrowedConnection.from(dataSource::getConnection));
    }

    /** Looks into the database at the other end of this connection, which stays open and must not be used meanwhile. */
    public static StaleTypes on(Connection connection) {
        return new StaleTypes(BorrowedConnection.on(connection));
    }

    /**
     * Claims names by hand, as SQL writes them: {@code accounts_user}, {@code app.accounts_user}, {@code "My Type"} in double quotes. A
     * bare name means the connection's search path.
     *
     * @throws io.github.cleanstaletypes.internal.claim.InvalidNameException if SQL would not read one as a name
     */
    public StaleTypes claiming(String... names) {
        return claiming(Arrays.stream(names)
                .map(SqlName::parse)
                .map(name -> new Claim(name, ClaimSource.HAND))
                .toList());
    }

    /** Claims names on behalf of whoever claims them. */
    public StaleTypes claiming(List<Claim> claims) {
        return with(settings.with(settings.claims().and(claims)));
    }

    /**
     * Claims the names that pending migrations of this directory will create. What is pending is read in each run from Flyway's schema
     * history, whatever it is called; a table of such a name, or a type of such a name that is in use, then is a finding.
     *
     * <p>A directory without files that are named as Flyway names them has no history. Its tables are claimed, but neither a table nor a
     * type of its own that is there already is a finding, since it may be what its scripts have made.
     *
     * @throws io.github.cleanstaletypes.internal.claim.migration.UnreadableMigrationsException if it cannot be read, or holds no {@code .sql} file
     */
    public StaleTypes claimingPending(Path directory) {
        return claimingPending(MigrationDirectory.open(directory));
    }

    /** Claims the names that these scripts will create, of which somebody knows that they are pending, in the order given. */
    public StaleTypes claimingPending(List<MigrationScript> scripts) {
        return claimingPending(new GivenMigrations(scripts));
    }

    /** Claims the names that these migrations will create, as far as they are pending. */
    public StaleTypes claimingPending(Migrations migrations) {
        return with(settings.with(migrations));
    }

    /** Claims every standalone type that nothing uses. Somebody may want one of them: look at a {@link #dryRun()} run first. */
    public StaleTypes claimingAllUnused() {
        Claims old = settings.claims();
        return with(settings.with(new Claims(old.claims(), true, old.schemas(), old.strict())));
    }

    /**
     * Looks only into schemas that one of these patterns covers; a bare name then means these schemas.
     *
     * @param globs {@code *} is any number of characters, {@code ?} is one
     */
    public StaleTypes inSchemas(String... globs) {
        Claims old = settings.claims();
        List<SchemaGlob> schemas = Arrays.stream(globs).map(SchemaGlob::new).toList();
        return with(settings.with(new Claims(old.claims(), old.allUnused(), schemas, old.strict())));
    }

    /** Takes a name claimed by hand as seriously as one that a pending migration claims: a relation or a type in use fails too. */
    public StaleTypes strictly() {
        Claims old = settings.claims();
        return with(settings.with(new Claims(old.claims(), old.allUnused(), old.schemas(), true)));
    }

    /** Waits this long for the advisory lock, per change; 5 minutes by default. */
    public StaleTypes waitingForLock(Duration atMost) {
        return with(settings.withLockWait(atMost));
    }

    /** Waits this long for transactions that are creating something; 10 seconds by default. */
    public StaleTypes waitingForCreators(Duration atMost) {
        return with(settings.withCreatorsWait(atMost));
    }

    /** Rolls these prepared transactions back, if they have created something. */
    public StaleTypes rollingBack(String... gids) {
        Set<String> all = new HashSet<>(settings.preparedToRollBack());
        all.addAll(Arrays.asList(gids));
        return with(settings.with(all));
    }

    /**
     * Makes {@link #clean()} try of each claimed name whether a CREATE of it would succeed, in a transaction that is rolled back. Names
     * that an error claimed are tried anyway. Each try uses one transaction id up.
     */
    public StaleTypes probing() {
        return with(settings.withProbing());
    }

    /**
     * Ends sessions that hold a creation open and have been {@code idle in transaction} for longer than this; what they were creating is
     * rolled back. Never one that is running a statement, nor one that this role may not end, which is told. Without this, none is ended.
     */
    public StaleTypes endingIdleAfter(Duration atLeast) {
        return with(settings.endingIdleAfter(atLeast));
    }

    /**
     * Works under the lock of this guard, as long as it holds it, instead of taking the lock. Without this: of the guard whose token is
     * in this process's environment.
     */
    public StaleTypes underGuard(GuardToken guard) {
        return with(settings.with(Optional.of(guard)));
    }

    /** Makes {@link #clean()} plan and change nothing. */
    public StaleTypes dryRun() {
        return with(settings.withDryRun());
    }

    /** Tells this listener what goes on; it is called by the thread that runs. */
    public StaleTypes reportingTo(Progress progress) {
        return with(settings.with(progress));
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws StaleTypesException if the database cannot be reached, is no PostgreSQL of version 14 or later, or the session is lost
     */
    public CleanupReport check() {
        return connection.run(settings, (c, recorder) -> new CleanupRun(c, settings.with(recorder)).check());
    }

    /**
     * Looks, and removes what is safe to remove.
     *
     * @throws StaleTypesException as {@link #check()} does; besides if the database is a standby, or another clean or guard is at work
     *     for longer than this run waits. Nothing is half done then
     */
    public CleanupReport clean() {
        return connection.run(settings, (c, recorder) -> new CleanupRun(c, settings.with(recorder)).clean());
    }

    /**
     * Gives quarantined types their names back.
     *
     * @throws StaleTypesException as {@link #clean()} does
     */
    public CleanupReport restore() {
        return connection.run(settings, (c, recorder) -> new CleanupRun(c, settings.with(recorder)).restore());
    }

    /**
     * Explains why a migration failed: from an exception, however it is wrapped, and what the live catalog has for the names in it.
     * Changes nothing. Names that are claimed otherwise do not count here.
     *
     * @return empty if nothing in it is an error of this family
     * @throws StaleTypesException as {@link #check()} does; {@link Explanations} explains without a database
     */
    public Optional<Explanation> explain(Throwable failure) {
        return FailureReader.read(failure).map(this::explain);
    }

    /**
     * Explains why a migration failed, from what its tool has printed, and what the live catalog has for the names in it.
     *
     * @param output the text of a log, of any driver and in any language
     * @return empty if nothing in it is an error of this family
     * @throws StaleTypesException as {@link #check()} does; {@link Explanations} explains without a database
     */
    public Optional<Explanation> explain(String output) {
        return FailureReader.read(output).map(this::explain);
    }

    /**
     * Explains what {@link FailureReader} has read, and what the live catalog has for the names in it.
     *
     * @throws StaleTypesException as {@link #check()} does; {@link Explanations} explains without a database
     */
    public Explanation explain(Failure failure) {
        return connection.run(settings, (c, recorder) -> new PostMortem(c, settings.with(recorder)).of(failure));
    }

    private StaleTypes with(Settings changed) {
        return new StaleTypes(connection, changed);
    }
}
