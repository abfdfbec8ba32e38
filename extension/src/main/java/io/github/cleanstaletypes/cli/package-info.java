/** The command line: options, exit codes, what is printed where. */
@NullMarked
package io.github.cleanstaletypes.cli;

import org.jspecify.annotations.NullMarked;
