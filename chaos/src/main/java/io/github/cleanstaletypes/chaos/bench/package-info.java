/** The bench: measures what has a target, in turn with its floor, and tells whether the target is held. */
@NullMarked
package io.github.cleanstaletypes.chaos.bench;

import org.jspecify.annotations.NullMarked;
