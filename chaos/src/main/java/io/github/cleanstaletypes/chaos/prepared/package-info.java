/** Transactions that were prepared, and that nobody finishes. */
@NullMarked
package io.github.cleanstaletypes.chaos.prepared;

import org.jspecify.annotations.NullMarked;
