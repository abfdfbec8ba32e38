/** Separate processes: started, watched, killed. */
@NullMarked
package io.github.cleanstaletypes.chaos.process;

import org.jspecify.annotations.NullMarked;
