/** Migrators that are killed, frozen, or cut off, and what their sessions go on doing. */
@NullMarked
package io.github.cleanstaletypes.chaos.killed;

import org.jspecify.annotations.NullMarked;
