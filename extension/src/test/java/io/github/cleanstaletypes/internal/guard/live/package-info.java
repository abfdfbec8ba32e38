/** What guard tells of a command that is running. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.live;

import org.jspecify.annotations.NullMarked;
