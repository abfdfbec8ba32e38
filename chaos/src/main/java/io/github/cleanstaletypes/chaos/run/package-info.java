/** Plays scenarios on servers with healers, and judges what became of them. */
@NullMarked
package io.github.cleanstaletypes.chaos.run;

import org.jspecify.annotations.NullMarked;
