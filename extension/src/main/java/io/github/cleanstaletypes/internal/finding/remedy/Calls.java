package io.github.cleanstaletypes.internal.finding.remedy;

/**
 * Writes what to do as calls of {@code StaleTypes}, which everybody can paste who has the library; {@link Audience} turns them into the
 * words of others. Stateless.
 */
public final class Calls {

    /** Looks, and changes nothing. */
    public static final String CHECK = "StaleTypes.in(dataSource).check()";

    /** Gives types that were renamed out of the way their names back. */
    public static final String RESTORE = "StaleTypes.in(dataSource).restore()";

    /** Frees lock rows of migration tools. */
    public static final String FREE_LOCKS = "StaleTypes.in(dataSource).freeingLocks().clean()";

    private Calls() {}

    /** Removes what has this name, if nothing uses it. */
    public static String clean(String name) {
        return claiming(name) + ".clean()";
    }

    /** Gives the type of this name the name back that it had. */
    public static String restore(String name) {
        return claiming(name) + ".restore()";
    }

    private static String claiming(String name) {
        return "StaleTypes.in(dataSource).claiming(\""
                + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
    }
}
