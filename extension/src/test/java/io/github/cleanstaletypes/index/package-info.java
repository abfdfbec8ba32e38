/** Indexes that a concurrent command left half-done: found, told, removed, and left to those who are at work on them. */
@NullMarked
package io.github.cleanstaletypes.index;

import org.jspecify.annotations.NullMarked;
