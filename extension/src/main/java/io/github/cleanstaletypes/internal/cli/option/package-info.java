/**
 * What the command line was given: options, their variables, and the settings that they make.
 */
@NullMarked
package io.github.cleanstaletypes.internal.cli.option;

import org.jspecify.annotations.NullMarked;
