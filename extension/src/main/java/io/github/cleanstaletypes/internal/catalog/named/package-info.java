/** Reads what has the names that an error tells, whatever it is, and what hangs together with it. */
@NullMarked
package io.github.cleanstaletypes.internal.catalog.named;

import org.jspecify.annotations.NullMarked;
