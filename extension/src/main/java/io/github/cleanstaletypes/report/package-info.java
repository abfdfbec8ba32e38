/** Holds what a run returns: immutable values, which need nothing else of this library. */
@NullMarked
package io.github.cleanstaletypes.report;

import org.jspecify.annotations.NullMarked;
