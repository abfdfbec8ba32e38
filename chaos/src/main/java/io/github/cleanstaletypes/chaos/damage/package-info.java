/** Catalogs that are damaged: nothing may be changed there. */
@NullMarked
package io.github.cleanstaletypes.chaos.damage;

import org.jspecify.annotations.NullMarked;
