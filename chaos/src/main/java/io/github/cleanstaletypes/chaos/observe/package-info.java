/** What a server shows from outside, and waiting for it. */
@NullMarked
package io.github.cleanstaletypes.chaos.observe;

import org.jspecify.annotations.NullMarked;
