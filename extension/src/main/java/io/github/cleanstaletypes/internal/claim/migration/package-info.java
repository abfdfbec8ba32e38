/**
 * Names that pending migrations will create: which migrations are pending, what statements they consist of, what each statement
 * creates, renames and drops. Reads SQL as psql does, by its tokens; never by connecting.
 */
@NullMarked
package io.github.cleanstaletypes.internal.claim.migration;

import org.jspecify.annotations.NullMarked;
