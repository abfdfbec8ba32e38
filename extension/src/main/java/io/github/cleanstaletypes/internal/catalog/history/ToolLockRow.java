package io.github.cleanstaletypes.internal.catalog.history;

import org.jspecify.annotations.Nullable;

/**
 * A row in which a migration tool locks itself out.
 *
 * @param liquibase whether it is Liquibase's, else Knex's
 * @param table the table, as SQL writes it
 * @param locked whether it says that a migration is running
 * @param holder who has locked it, or null if the tool does not say
 * @param since when, as the server prints it, or null
 */
public record ToolLockRow(
        boolean liquibase,
        String table,
        boolean locked,
        @Nullable String holder,
        @Nullable String since) {}
