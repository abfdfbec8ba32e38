package io.github.cleanstaletypes.chaos.scenario;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The next migration meets a fault in this way, and a run must end in this way.
 *
 * @param next the next migration
 * @param error what that gets while nobody heals; empty if it gets nothing
 * @param ending how it must end with a healer of the product
 * @param options what a user adds to {@code clean}, beside the name
 * @param mayDiffer owners of what may come, go and change, as the oracle names them
 * @param catalogWhole whether the catalog is expected to be whole in the end
 */
public record Expectation(
        Script next,
        Optional<ServerError> error,
        Ending ending,
        List<String> options,
        Set<String> mayDiffer,
        boolean catalogWhole) {

    /** The next migration wants to have this name free. */
    public static final String CLAIMED = "accounts_user";

    private static final Script MAKES_TABLE = new Script(
            "release3", Mode.TRANSACTION, List.of("CREATE TABLE accounts_user (id int PRIMARY KEY, name text)"));

    /** A migration that succeeds makes these. */
    private static final Set<String> MADE = Set.of("public." + CLAIMED, "public." + Script.HISTORY);

    /** The next migration makes a table {@link #CLAIMED}, and gets this error until the fault is healed, with one of these outcomes. */
    public static Expectation healed(ServerError error, String... outcomes) {
        return new Expectation(MAKES_TABLE, Optional.of(error), Ending.healed(outcomes), List.of(), MADE, true);
    }

    /** The next migration gets this SQLSTATE until the type in its way is removed. */
    public static Expectation typeRemoved(String sqlState) {
        return healed(new ServerError(sqlState, null), "dropped", "quarantined");
    }

    /** The next migration gets this error before and after, since no healer may do anything about the fault. */
    public static Expectation unchanged(ServerError error, Ending ending) {
        return new Expectation(MAKES_TABLE, Optional.of(error), ending, List.of(), Set.of(), true);
    }

    /** Nothing is in the way of the next migration. */
    public static Expectation nothing() {
        return new Expectation(MAKES_TABLE, Optional.empty(), Ending.nothing(), List.of(), MADE, true);
    }

    /** The cleaner must wait for a migration that goes on and makes these, and gives up waiting. */
    public static Expectation heldOff(Script next, String... made) {
        return new Expectation(next, Optional.empty(), Ending.heldOff(), List.of(), Set.of(made), true);
    }

    /** Returns the same with another next migration. */
    public Expectation migrating(Script other) {
        return new Expectation(other, error, ending, options, mayDiffer, catalogWhole);
    }

    /** Returns the same with another ending. */
    public Expectation endingIn(Ending other) {
        return new Expectation(next, error, other, options, mayDiffer, catalogWhole);
    }

    /** Returns the same with other options of {@code clean}. */
    public Expectation withOptions(String... others) {
        return new Expectation(next, error, ending, List.of(others), mayDiffer, catalogWhole);
    }

    /** Returns the same, where what belongs to these may come, go and change too. */
    public Expectation allowing(Collection<String> others) {
        Set<String> all = new HashSet<>(mayDiffer);
        all.addAll(others);
        return new Expectation(next, error, ending, options, Set.copyOf(all), catalogWhole);
    }

    /** Returns the same in a catalog that is damaged, and stays so. */
    public Expectation inDamagedCatalog() {
        return new Expectation(next, error, ending, options, mayDiffer, false);
    }
}
