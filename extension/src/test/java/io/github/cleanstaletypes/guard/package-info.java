/** What guard promises, tried with real processes, real servers and real kills. */
@NullMarked
package io.github.cleanstaletypes.guard;

import org.jspecify.annotations.NullMarked;
