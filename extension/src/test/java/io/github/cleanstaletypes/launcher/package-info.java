/** The distribution and its launcher. */
@NullMarked
package io.github.cleanstaletypes.launcher;

import org.jspecify.annotations.NullMarked;
