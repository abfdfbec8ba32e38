/** Decides what to do about each finding, and why not. Pure: no database is reached from here. */
@NullMarked
package io.github.cleanstaletypes.internal.plan;

import org.jspecify.annotations.NullMarked;
