/**
 * Talks to the server: transactions, several statements in one round trip, statements kept in resources, SQLSTATEs, errors in words, and texts of others made harmless.
 */
@NullMarked
package io.github.cleanstaletypes.internal.sql;

import org.jspecify.annotations.NullMarked;
