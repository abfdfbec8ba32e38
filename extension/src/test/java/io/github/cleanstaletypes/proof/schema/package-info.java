/** Proof by random schemas: what nothing uses goes and comes back exactly, and all else is left as it was. */
@NullMarked
package io.github.cleanstaletypes.proof.schema;

import org.jspecify.annotations.NullMarked;
