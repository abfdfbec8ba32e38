package io.github.cleanstaletypes.internal.catalog.named;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table that has an enum, or an array of it.
 *
 * @param target what is altered: {@code TABLE app.orders}
 * @param owner the table as SQL writes it
 * @param column the column as SQL writes it
 * @param array whether it has an array of the enum
 * @param defaultExpression its default as the server writes it, or null
 * @param generated whether it is computed from others
 */
public record EnumColumn(
        String target,
        String owner,
        String column,
        boolean array,
        @Nullable String defaultExpression,
        boolean generated) {}
