/** Drops and renames databases, and ends the sessions in them where that is asked for. */
@NullMarked
package io.github.cleanstaletypes.internal.reset.swap;

import org.jspecify.annotations.NullMarked;
