package io.github.cleanstaletypes.internal.reset.form;

import org.jspecify.annotations.Nullable;

/**
 * The privileges that new objects of a role begin with. Immutable.
 *
 * @param role whose objects
 * @param schema in which schema, or null for all
 * @param kind as {@code pg_default_acl} has it: {@code r}, {@code S}, {@code f}, {@code T}, {@code n} or {@code L}
 * @param access what they begin with
 * @param obstacle why this role cannot say so, or null if it can
 */
public record DefaultPrivileges(
        String role,
        @Nullable String schema,
        String kind,
        AccessList access,
        @Nullable String obstacle) {}
