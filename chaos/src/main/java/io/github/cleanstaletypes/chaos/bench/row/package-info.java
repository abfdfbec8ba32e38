/** Measures what has a target: a row of the table each. */
@NullMarked
package io.github.cleanstaletypes.chaos.bench.row;

import org.jspecify.annotations.NullMarked;
