/**
 * Whose migrations a directory holds, and which of them are pending: for each tool, how its files are recognised, ordered and cut, and how
 * a row of its history marks one as applied.
 */
@NullMarked
package io.github.cleanstaletypes.internal.claim.migration.tool;

import org.jspecify.annotations.NullMarked;
