/** Makes a database new: another one takes its name, and it stays under a name of its own until somebody drops it, or takes it back. */
@NullMarked
package io.github.cleanstaletypes.internal.reset;

import org.jspecify.annotations.NullMarked;
