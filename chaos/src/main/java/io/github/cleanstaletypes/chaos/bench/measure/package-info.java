/** Measures what a run costs its processes and the server, next to a floor that is measured in turn with it. */
@NullMarked
package io.github.cleanstaletypes.chaos.bench.measure;

import org.jspecify.annotations.NullMarked;
