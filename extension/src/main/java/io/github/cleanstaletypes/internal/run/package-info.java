/** One run on one database: look, plan, apply, look again; and what is told of it. */
@NullMarked
package io.github.cleanstaletypes.internal.run;

import org.jspecify.annotations.NullMarked;
