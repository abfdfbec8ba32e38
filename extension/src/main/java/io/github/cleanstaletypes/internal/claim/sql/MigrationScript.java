package io.github.cleanstaletypes.internal.claim.sql;

/**
 * A script of SQL that is going to run.
 *
 * @param name what to call it, such as {@code V2__orders.sql}
 * @param sql its text, as psql or Flyway take it
 */
public record MigrationScript(String name, String sql) {}
