package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SchemaGlob;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.migration.GivenMigrations;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.claim.migration.tool.MigrationDirectory;
import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.FailureReader;
import io.github.cleanstaletypes.internal.explain.Explanations;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Explanation;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The runs on one database, as they are asked for: what {@code StaleTypes} offers, whose methods of the same name say more, and what only
 * this project's own rooms may ask for. Immutable; can be shared between threads.
 */
public final class Cleaner {

    private static final String NULL_NAME =
            "a name that is null cannot be claimed; claim nothing to claim no name, or write claiming(\"accounts_user\")";

    private final BorrowedConnection connection;
    private final Settings settings;

    Cleaner(BorrowedConnection connection) {
        this(connection, Settings.DEFAULT);
    }

    private Cleaner(BorrowedConnection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Looks into the database that this data source connects to. */
    public static Cleaner in(DataSource dataSource) {
        return new Cleaner(BorrowedConnection.from(dataSource::getConnection));
    }

    /** Looks into the database at the other end of this connection, which stays open and must not be used meanwhile. */
    public static Cleaner on(Connection connection) {
        return new Cleaner(BorrowedConnection.on(connection));
    }

    /** The same database and guard, with all else as the other one has it. */
    public Cleaner like(Cleaner other) {
        return new Cleaner(connection, other.settings.with(change -> change.guard(settings.guard())));
    }

    /** Claims names by hand, as SQL writes them; a null or what SQL would not read as a name is an error. */
    public Cleaner claiming(String... names) {
        return claiming(Arrays.stream(Objects.requireNonNull(names, NULL_NAME))
                .map(name -> SqlName.parse(Objects.requireNonNull(name, NULL_NAME)))
                .map(name -> new Claim(name, ClaimSource.HAND))
                .toList());
    }

    /** Claims names on behalf of whoever claims them. */
    public Cleaner claiming(List<Claim> claims) {
        return with(change -> change.claims(settings.claims().and(claims)));
    }

    /** Claims the names that pending migrations of this directory will create; what is pending is read in each run. */
    public Cleaner claimingPending(Path directory) {
        return claimingPending(MigrationDirectory.open(directory));
    }

    /** Claims the names that these scripts will create, of which somebody knows that they are pending, in the order given. */
    public Cleaner claimingPending(List<MigrationScript> scripts) {
        return claimingPending(new GivenMigrations(scripts));
    }

    /** Claims the names that these migrations will create, as far as they are pending. */
    public Cleaner claimingPending(Migrations migrations) {
        return with(change -> change.migrations(Stream.concat(settings.migrations().stream(), Stream.of(migrations))
                .toList()));
    }

    /** Claims every standalone type that nothing uses. Somebody may want one of them: look at a {@link #dryRun()} run first. */
    public Cleaner claimingAllUnused() {
        Claims old = settings.claims();
        return with(change -> change.claims(new Claims(old.claims(), true, old.schemas(), old.strict())));
    }

    /** Looks only into schemas that one of these patterns covers; a bare name then means these schemas. */
    public Cleaner inSchemas(String... globs) {
        Claims old = settings.claims();
        List<SchemaGlob> schemas = Arrays.stream(globs).map(SchemaGlob::new).toList();
        return with(change -> change.claims(new Claims(old.claims(), old.allUnused(), schemas, old.strict())));
    }

    /** Takes a name claimed by hand as seriously as one that a pending migration claims: a relation or a type in use fails too. */
    public Cleaner strictly() {
        Claims old = settings.claims();
        return with(change -> change.claims(new Claims(old.claims(), old.allUnused(), old.schemas(), true)));
    }

    /** Waits this long for the advisory lock, per change; 5 minutes by default. */
    public Cleaner waitingForLock(Duration atMost) {
        return with(change -> change.lockWait(atMost));
    }

    /** Waits this long for transactions that are creating something; 10 seconds by default. */
    public Cleaner waitingForCreators(Duration atMost) {
        return with(change -> change.creatorsWait(atMost));
    }

    /** Rolls these prepared transactions back, if they have created something. */
    public Cleaner rollingBack(String... gids) {
        Set<String> all = new HashSet<>(settings.preparedToRollBack());
        all.addAll(Arrays.asList(gids));
        return with(change -> change.preparedToRollBack(all));
    }

    /** Makes {@link #clean()} try each claimed name in a transaction that is rolled back, which uses a transaction id up; it wants each free. */
    public Cleaner probing() {
        return with(change -> change.probing(true));
    }

    /** Ends sessions that hold a creation open and have been idle in their transaction for longer than this. */
    public Cleaner endingIdleAfter(Duration atLeast) {
        return with(change -> change.endIdleAfter(atLeast));
    }

    /**
     * Works under the lock of this guard, as long as it holds it, instead of taking the lock. Without this: of the guard whose token is
     * in this process's environment.
     */
    public Cleaner underGuard(GuardToken guard) {
        return with(change -> change.guard(Optional.of(guard)));
    }

    /** Frees lock rows of migration tools that nobody holds: nobody else is connected, and nobody is ten seconds later. */
    public Cleaner freeingLocks() {
        return freeingLocks(Applier.QUIET_TIME);
    }

    /** Frees them likewise, if nobody else is connected for this long. */
    public Cleaner freeingLocks(Duration quiet) {
        return with(change -> change.freeLocks(true, quiet));
    }

    /** Makes {@link #clean()} plan and change nothing. */
    public Cleaner dryRun() {
        return with(change -> change.dryRun(true));
    }

    /** Tells this listener what goes on; it is called by the thread that runs. */
    public Cleaner reportingTo(Progress progress) {
        return with(change -> change.progress(progress));
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws RunFailedException if the database cannot be reached, is no PostgreSQL of version 14 or later, or the session is lost
     */
    public CleanupReport check() {
        return connection.run(settings, (c, recorder) -> new CleanupRun(c, recordedBy(recorder)).check());
    }

    /**
     * Looks, and removes what is safe to remove.
     *
     * @throws RunFailedException as {@link #check()} does; besides if the database is a standby, or another clean or guard is at work
     *     for longer than this run waits. Nothing is half done then
     */
    public CleanupReport clean() {
        Settings demanding = settings.probing()
                ? settings.with(change -> change.claims(settings.claims().andProbed()))
                : settings;
        return connection.run(
                demanding,
                (c, recorder) -> new CleanupRun(c, demanding.with(change -> change.progress(recorder))).clean());
    }

    /**
     * Looks which migrations are pending, and at nothing else.
     *
     * @throws RunFailedException as {@link #check()} does
     */
    public PendingClaims pending() {
        return connection.run(settings, (c, recorder) -> PendingLook.of(c, settings.migrations()));
    }

    /**
     * Gives quarantined types their names back.
     *
     * @throws RunFailedException as {@link #clean()} does
     */
    public CleanupReport restore() {
        return connection.run(settings, (c, recorder) -> new CleanupRun(c, recordedBy(recorder)).restore());
    }

    /** The runs that only a guard makes, around its command. */
    public GuardCleaner forGuard() {
        return new GuardCleaner(connection, settings);
    }

    /** Explains an exception, however it is wrapped; empty if nothing in it is an error of this family. Changes nothing. */
    public Optional<Explanation> explain(Throwable failure) {
        return FailureReader.read(failure).map(this::explain);
    }

    /** Explains what a migration tool has printed; empty likewise. */
    public Optional<Explanation> explain(String output) {
        return FailureReader.read(output).map(this::explain);
    }

    /**
     * Explains what {@link FailureReader} has read, and what the live catalog has for the names in it.
     *
     * @throws RunFailedException as {@link #check()} does; {@link Explanations} explains without a database
     */
    public Explanation explain(Failure failure) {
        return connection.run(settings, (c, recorder) -> new FailureLookup(c, recordedBy(recorder)).of(failure));
    }

    private Settings recordedBy(Progress recorder) {
        return settings.with(change -> change.progress(recorder));
    }

    private Cleaner with(UnaryOperator<Settings.Builder> changes) {
        return new Cleaner(connection, settings.with(changes));
    }
}
