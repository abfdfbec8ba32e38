/**
 * Explains a failure: turns what failed, and what the live catalog has for its names, into cause, evidence and remedy. Reaches no database.
 */
@NullMarked
package io.github.cleanstaletypes.internal.explain;

import org.jspecify.annotations.NullMarked;
