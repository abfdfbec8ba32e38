package io.github.cleanstaletypes.internal.reset.form.value;

import org.jspecify.annotations.Nullable;

/**
 * A setting that sessions in a database begin with. Immutable.
 *
 * @param role whose sessions, or null for everybody's
 * @param name such as {@code search_path}
 * @param value the text that the catalog has
 * @param obstacle why this role cannot set it, or null if it can
 */
public record RoleSetting(
        @Nullable String role,
        String name,
        String value,
        @Nullable String obstacle) {

    /** The same with what is in its way. */
    public RoleSetting facing(@Nullable String why) {
        return new RoleSetting(role, name, value, why);
    }

    /** Without its value, which may be a secret. */
    @Override
    public String toString() {
        return name + (role == null ? "" : " of " + role);
    }
}
