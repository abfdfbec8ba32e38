/** Puts an invalid index into words. */
@NullMarked
package io.github.cleanstaletypes.internal.finding.index;

import org.jspecify.annotations.NullMarked;
