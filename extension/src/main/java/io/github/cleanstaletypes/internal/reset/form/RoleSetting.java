package io.github.cleanstaletypes.internal.reset.form;

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
        @Nullable String obstacle) {}
