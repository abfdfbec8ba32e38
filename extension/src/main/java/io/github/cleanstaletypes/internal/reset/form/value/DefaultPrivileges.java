package io.github.cleanstaletypes.internal.reset.form.value;

import org.jspecify.annotations.Nullable;

/**
 * The privileges that new objects of a role begin with. Immutable.
 *
 * @param role whose objects
 * @param schema in which schema, or null for all
 * @param kind which objects, as the language calls them
 * @param access what they begin with
 * @param mayChange whether this role can say so
 * @param mayUseSchema whether the other role may create something in that schema, without which the server refuses
 */
public record DefaultPrivileges(
        String role, @Nullable String schema, String kind, AccessList access, boolean mayChange, boolean mayUseSchema) {

    /** What the language calls these objects. */
    public static String kind(String letter) {
        return switch (letter) {
            case "r" -> "TABLES";
            case "S" -> "SEQUENCES";
            case "f" -> "FUNCTIONS";
            case "T" -> "TYPES";
            case "n" -> "SCHEMAS";
            case "L" -> "LARGE OBJECTS";
            default -> "OBJECTS OF KIND " + letter;
        };
    }

    /** Whether we know how to say it. */
    public boolean known() {
        return !kind.startsWith("OBJECTS");
    }
}
