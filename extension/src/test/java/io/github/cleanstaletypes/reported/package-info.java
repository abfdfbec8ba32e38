/**
 * A memory of faults that were met outside: each test brings about, or reads again, what migrators of real projects died of, so that an
 * answer which was right once stays right. A new one begins with what its reporter saw: the words that were printed, or the state of the
 * database; written anew and made as small as it can be.
 */
@NullMarked
package io.github.cleanstaletypes.reported;

import org.jspecify.annotations.NullMarked;
