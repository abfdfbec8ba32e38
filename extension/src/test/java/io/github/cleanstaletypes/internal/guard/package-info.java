/** What guard promises, tried with real processes, real servers and real kills. */
@NullMarked
package io.github.cleanstaletypes.internal.guard;

import org.jspecify.annotations.NullMarked;
