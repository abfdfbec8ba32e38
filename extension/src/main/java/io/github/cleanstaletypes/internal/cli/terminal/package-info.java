/**
 * The two streams that the command line writes to, and what a terminal shows beside them: colours and a spinner.
 */
@NullMarked
package io.github.cleanstaletypes.internal.cli.terminal;

import org.jspecify.annotations.NullMarked;
