/** Directories and histories of migration tools. */
@NullMarked
package io.github.cleanstaletypes.internal.claim.migration.tool;

import org.jspecify.annotations.NullMarked;
