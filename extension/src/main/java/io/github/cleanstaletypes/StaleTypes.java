package io.github.cleanstaletypes;

import io.github.cleanstaletypes.apply.Progress;
import io.github.cleanstaletypes.claim.Claim;
import io.github.cleanstaletypes.claim.ClaimSource;
import io.github.cleanstaletypes.claim.Claims;
import io.github.cleanstaletypes.claim.SchemaGlob;
import io.github.cleanstaletypes.claim.SqlName;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    private final Borrowed connection;
    private final Settings settings;

    StaleTypes(Borrowed connection) {
        this(connection, Settings.DEFAULT);
    }

    private StaleTypes(Borrowed connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Looks into the database that this data source connects to. */
    public static StaleTypes in(DataSource dataSource) {
        return new StaleTypes(Borrowed.from(dataSource::getConnection));
    }

    /** Looks into the database at the other end of this connection, which stays open and must not be used meanwhile. */
    public static StaleTypes on(Connection connection) {
        return new StaleTypes(Borrowed.on(connection));
    }

    /**
     * Claims names by hand, as SQL writes them: {@code accounts_user}, {@code app.accounts_user}, {@code "My Type"} in double quotes. A
     * bare name means the connection's search path.
     *
     * @throws io.github.cleanstaletypes.claim.InvalidNameException if SQL would not read one as a name
     */
    public StaleTypes claiming(String... names) {
        return claiming(Arrays.stream(names)
                .map(SqlName::parse)
                .map(name -> new Claim(name, ClaimSource.HAND))
                .toList());
    }

    /** Claims names on behalf of whoever claims them. */
    public StaleTypes claiming(List<Claim> claims) {
        Claims old = settings.claims();
        List<Claim> all = Stream.concat(old.claims().stream(), claims.stream()).toList();
        return with(settings.with(new Claims(all, old.allUnused(), old.schemas(), old.strict())));
    }

    /** Claims every standalone type that nothing uses. Somebody may want one of them: look at a {@link #planned()} run first. */
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
     * Ends sessions that hold a creation open and have been {@code idle in transaction} for longer than this; what they were creating is
     * rolled back. Never one that is running a statement, nor one that this role may not end, which is told. Without this, none is ended.
     */
    public StaleTypes endingIdleAfter(Duration atLeast) {
        return with(settings.endingIdleAfter(atLeast));
    }

    /** Makes {@link #clean()} plan and change nothing. */
    public StaleTypes planned() {
        return with(settings.withDryRun());
    }

    /** Tells this listener what goes on; it is called by the thread that runs. */
    public StaleTypes telling(Progress progress) {
        return with(settings.with(progress));
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws StaleTypesException if the database cannot be reached, is no PostgreSQL of version 14 or later, or the session is lost
     */
    public CleanupReport check() {
        return connection.run(settings, (c, recorder) -> new Run(c, settings.with(recorder)).check());
    }

    /**
     * Looks, and removes what is safe to remove.
     *
     * @throws StaleTypesException as {@link #check()} does; besides if the database is a standby, or another clean or guard is at work
     *     for longer than this run waits. Nothing is half done then
     */
    public CleanupReport clean() {
        return connection.run(settings, (c, recorder) -> new Run(c, settings.with(recorder)).clean());
    }

    /**
     * Gives quarantined types their names back.
     *
     * @throws StaleTypesException as {@link #clean()} does
     */
    public CleanupReport restore() {
        return connection.run(settings, (c, recorder) -> new Run(c, settings.with(recorder)).restore());
    }

    private StaleTypes with(Settings changed) {
        return new StaleTypes(connection, changed);
    }
}
