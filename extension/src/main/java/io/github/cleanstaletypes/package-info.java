/**
 * Finds, explains and heals stale PostgreSQL types that make migrations fail. Start at
 * {@link io.github.cleanstaletypes.StaleTypes}, or at {@link io.github.cleanstaletypes.MigrationGuard} to run a migration.
 */
@NullMarked
package io.github.cleanstaletypes;

import org.jspecify.annotations.NullMarked;
