/** Attacks, and faults of the same weight, each tried on the real thing: what a stranger can do must not become what the reader does. */
@NullMarked
package io.github.cleanstaletypes.threats;

import org.jspecify.annotations.NullMarked;
