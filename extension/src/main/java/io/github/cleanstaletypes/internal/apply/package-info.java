/**
 * Carries out a plan: drops, quarantines, renames back, each change in its own transaction under the advisory lock, after reading
 * again what it is about to change.
 */
@NullMarked
package io.github.cleanstaletypes.internal.apply;

import org.jspecify.annotations.NullMarked;
