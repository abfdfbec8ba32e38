/**
 * Names that somebody claims: by hand, by a pending migration, by an error. A standalone type that nothing uses is not stale by itself,
 * only when its name is claimed.
 */
@NullMarked
package io.github.cleanstaletypes.internal.claim;

import org.jspecify.annotations.NullMarked;
