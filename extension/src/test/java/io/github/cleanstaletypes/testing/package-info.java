/** Real PostgreSQL servers of several versions, for tests and for the demo. */
@NullMarked
package io.github.cleanstaletypes.testing;

import org.jspecify.annotations.NullMarked;
