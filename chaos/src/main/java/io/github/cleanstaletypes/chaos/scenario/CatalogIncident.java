package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fault that lies in the catalog and nowhere else: the next migration meets it as often as it is run.
 *
 * @param expectedError what that gets
 * @param ending how it must end with a healer of the product
 * @param mayDiffer owners of what may come, go and change
 * @param catalogWhole whether the catalog is expected to be whole
 */
public record CatalogIncident(
        Scene scene,
        Script script,
        Optional<ServerError> expectedError,
        Ending ending,
        List<String> options,
        Set<String> mayDiffer,
        boolean catalogWhole)
        implements Incident {

    /** The name that the next migration wants to have free. */
    public static final String CLAIMED = "accounts_user";

    private static final String HISTORY = "public." + Script.HISTORY;

    private static final Script NEXT = new Script(
            "release3", Mode.TRANSACTION, List.of("CREATE TABLE accounts_user (id int PRIMARY KEY, name text)"));

    /** The next migration makes a table {@link #CLAIMED} and gets this error until it is healed. */
    public static CatalogIncident healed(Scene scene, String sqlState, Set<String> outcomes) {
        return of(scene, sqlState, Ending.healed(outcomes), Set.of("public.accounts_user", HISTORY), true);
    }

    /** The same, and no healer may do anything about it. */
    public static CatalogIncident refused(Scene scene, String sqlState, Set<String> outcomes) {
        return of(scene, sqlState, Ending.refused(outcomes), Set.of(), true);
    }

    /** The same, in a damaged catalog. */
    public static CatalogIncident damaged(Scene scene, String sqlState) {
        return of(scene, sqlState, Ending.refused(Set.of("reported")), Set.of(), false);
    }

    /** Nothing is in the way of the next migration. */
    public static CatalogIncident nothing(Scene scene) {
        Set<String> made = Set.of("public.accounts_user", HISTORY);
        return new CatalogIncident(scene, NEXT, Optional.empty(), Ending.nothing(), List.of(), made, true);
    }

    private static CatalogIncident of(
            Scene scene, String sqlState, Ending ending, Set<String> mayDiffer, boolean whole) {
        Optional<ServerError> error = Optional.of(new ServerError(sqlState, null));
        return new CatalogIncident(scene, NEXT, error, ending, List.of(), mayDiffer, whole);
    }

    /** The same with other options of {@code clean}. */
    public CatalogIncident withOptions(String... others) {
        return new CatalogIncident(scene, script, expectedError, ending, List.of(others), mayDiffer, catalogWhole);
    }

    /** The same with another next migration. */
    public CatalogIncident with(Script other) {
        return new CatalogIncident(scene, other, expectedError, ending, options, mayDiffer, catalogWhole);
    }

    /** The name that a cleaner gives the type where it can only rename it, if there is a type. */
    public static String quarantined(Scene scene) {
        return "public."
                + scene.database()
                        .queryText("SELECT 'stale_' || oid || '_' || typname FROM pg_catalog.pg_type WHERE typname = '"
                                + CLAIMED + "'");
    }

    /** The same with another ending. */
    public CatalogIncident endingIn(Ending other) {
        return new CatalogIncident(scene, script, expectedError, other, options, mayDiffer, catalogWhole);
    }

    /** The same, where these too may come and go. */
    public CatalogIncident allowing(String... others) {
        Set<String> all = new HashSet<>(mayDiffer);
        all.addAll(List.of(others));
        return new CatalogIncident(scene, script, expectedError, ending, options, Set.copyOf(all), catalogWhole);
    }

    @Override
    public List<String> claims() {
        return List.of(CLAIMED);
    }

    @Override
    public Optional<Script> nextScript() {
        return Optional.of(script);
    }

    @Override
    public Optional<ServerError> migrate() {
        return NextMigration.of(scene, script).run();
    }
}
