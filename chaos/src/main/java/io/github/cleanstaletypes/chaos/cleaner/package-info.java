/** The cleaner as the victim, and the cleaner beside others. */
@NullMarked
package io.github.cleanstaletypes.chaos.cleaner;

import org.jspecify.annotations.NullMarked;
