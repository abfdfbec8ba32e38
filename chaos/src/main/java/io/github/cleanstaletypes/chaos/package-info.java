/** Interrupts real migrations on real servers, heals them, and compares every row before and after. */
@NullMarked
package io.github.cleanstaletypes.chaos;

import org.jspecify.annotations.NullMarked;
