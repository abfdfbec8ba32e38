/**
 * Talks to the server: transactions, several statements in one round trip, statements kept in resources, SQLSTATEs, and errors in words.
 */
@NullMarked
package io.github.cleanstaletypes.internal.sql;

import org.jspecify.annotations.NullMarked;
