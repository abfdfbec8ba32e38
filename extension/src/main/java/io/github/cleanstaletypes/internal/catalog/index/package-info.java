/** Reads indexes that are not valid, and what would recreate them. */
@NullMarked
package io.github.cleanstaletypes.internal.catalog.index;

import org.jspecify.annotations.NullMarked;
