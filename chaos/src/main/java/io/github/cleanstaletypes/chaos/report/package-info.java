/** Tells the results: to programs, to a browser, and to a terminal. */
@NullMarked
package io.github.cleanstaletypes.chaos.report;

import org.jspecify.annotations.NullMarked;
