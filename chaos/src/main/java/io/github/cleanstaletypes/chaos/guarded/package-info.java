/** Guards that come to grief, and the next guard. */
@NullMarked
package io.github.cleanstaletypes.chaos.guarded;

import org.jspecify.annotations.NullMarked;
