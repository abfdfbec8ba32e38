/** The command line: options, exit codes, what is printed where. */
@NullMarked
package io.github.cleanstaletypes.internal.cli;

import org.jspecify.annotations.NullMarked;
