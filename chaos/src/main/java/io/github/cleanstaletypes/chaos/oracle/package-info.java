/** Tells whether anything was lost. */
@NullMarked
package io.github.cleanstaletypes.chaos.oracle;

import org.jspecify.annotations.NullMarked;
