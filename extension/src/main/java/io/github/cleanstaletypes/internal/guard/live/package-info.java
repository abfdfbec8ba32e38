/** What a command's sessions do while it runs: what they wait for, who holds it, and what they are at. */
@NullMarked
package io.github.cleanstaletypes.internal.guard.live;

import org.jspecify.annotations.NullMarked;
