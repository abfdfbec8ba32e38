/** Runs the command line's jar and reads what it prints; knows nothing but its contract. */
@NullMarked
package io.github.cleanstaletypes.chaos.cli;

import org.jspecify.annotations.NullMarked;
