/** Reads which databases a server has, what is in one, who is connected to it, and what speaks against renaming it. */
@NullMarked
package io.github.cleanstaletypes.internal.reset.look;

import org.jspecify.annotations.NullMarked;
