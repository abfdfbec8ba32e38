/** Tells what was measured: on a terminal, to programs, and on a page that needs no other file. */
@NullMarked
package io.github.cleanstaletypes.chaos.bench.page;

import org.jspecify.annotations.NullMarked;
