/** Makes a new and empty database in the place of one, which is kept. */
@NullMarked
package io.github.cleanstaletypes.internal.reset;

import org.jspecify.annotations.NullMarked;
