/**
 * Which commands and options there are, in two tables; the arguments are read by them, and help, completion and manual pages are written from
 * them.
 */
@NullMarked
package io.github.cleanstaletypes.internal.cli.syntax;

import org.jspecify.annotations.NullMarked;
