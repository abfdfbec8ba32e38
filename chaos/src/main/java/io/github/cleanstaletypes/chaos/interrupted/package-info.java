/** The scenario of a migration that is killed in a statement which commits by itself. */
@NullMarked
package io.github.cleanstaletypes.chaos.interrupted;

import org.jspecify.annotations.NullMarked;
