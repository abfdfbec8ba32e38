/**
 * Reads from a text, a log or an exception what failed. Nothing here knows the database, or says what to do.
 */
@NullMarked
package io.github.cleanstaletypes.internal.error;

import org.jspecify.annotations.NullMarked;
