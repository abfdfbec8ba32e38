/** Migrators that run at the same time. */
@NullMarked
package io.github.cleanstaletypes.chaos.race;

import org.jspecify.annotations.NullMarked;
