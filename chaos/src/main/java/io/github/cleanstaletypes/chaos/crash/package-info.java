/** Servers that crash in the middle of a migration. */
@NullMarked
package io.github.cleanstaletypes.chaos.crash;

import org.jspecify.annotations.NullMarked;
