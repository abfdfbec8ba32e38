package io.github.cleanstaletypes.internal.finding.remedy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what to do as calls of {@code StaleTypes}, which everybody can paste who has the library; {@link Audience} turns them into the
 * words of others. What has no call is a {@link Phrase}. Stateless.
 */
public final class Calls {

    /** Looks, and changes nothing. */
    public static final String CHECK = CallChain.BEGINNING + "check()";

    /** Looks at all that stands in the way of anything, claimed or not. */
    public static final String CHECK_STRICTLY = CallChain.BEGINNING + "strictly().check()";

    /** Looks which types nothing uses, whatever their names are. */
    public static final String CHECK_ALL_UNUSED = CallChain.BEGINNING + "claimingAllUnused().check()";

    /** Looks what is there of the names that pending migrations will create. */
    public static final String CHECK_PENDING = CallChain.BEGINNING + "claimingPending(directory).check()";

    /** Claims all types that nothing uses: a part of a run. */
    public static final String ALL_UNUSED = "claimingAllUnused()";

    /** Gives types that were renamed out of the way their names back. */
    public static final String RESTORE = CallChain.BEGINNING + "restore()";

    /** Frees lock rows of migration tools. */
    public static final String FREE_LOCKS = CallChain.BEGINNING + "freeingLocks().clean()";

    private Calls() {}

    /** Looks what has this name. */
    public static String check(String name) {
        return claiming(List.of(name)) + ".strictly().check()";
    }

    /** Removes what has this name, if nothing uses it. */
    public static String clean(String name) {
        return claiming(List.of(name)) + ".clean()";
    }

    /** Removes what has these names, and takes it as seriously if one of them stays as if a migration claimed it. */
    public static String cleanStrictly(List<String> names) {
        return claiming(names) + ".strictly().clean()";
    }

    /** Gives the type of this name the name back that it had. */
    public static String restore(String name) {
        return claiming(List.of(name)) + ".restore()";
    }

    private static String claiming(List<String> names) {
        return names.stream()
                .map(name -> "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", ", CallChain.BEGINNING + "claiming(", ")"));
    }
}
