/** Which type an error says is in the way, as far as that can be known. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.healing;

import org.jspecify.annotations.NullMarked;
